package io.copydesk.standalone.pipeline;

import io.copydesk.schemas.Topics;
import java.nio.file.Path;

/**
 * Where and how a pipeline runs.
 *
 * @param bootstrapServers an existing cluster, {@code null} for an embedded broker
 * @param data folder for broker and state, {@code null} for a temporary one
 * @param prefix of all topics and of the application ids
 * @param partitions of new topics
 */
public record PipelineOptions(String bootstrapServers, Path data, String prefix, int partitions) {

    /** An embedded broker on a temporary folder, with three partitions. */
    public static final PipelineOptions DEFAULTS = new PipelineOptions(null, null, Topics.DEFAULT_PREFIX, 3);

    /** The same with another number of partitions. */
    public PipelineOptions withPartitions(int number) {
        return new PipelineOptions(bootstrapServers, data, prefix, number);
    }

    /** The same with another data folder. */
    public PipelineOptions withData(Path folder) {
        return new PipelineOptions(bootstrapServers, folder, prefix, partitions);
    }

    /** The same on an existing cluster. */
    public PipelineOptions withBootstrapServers(String servers) {
        return new PipelineOptions(servers, data, prefix, partitions);
    }
}
