package io.copydesk.standalone.pipeline;

import io.copydesk.kit.streams.StreamsSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where and how a pipeline runs.
 *
 * @param bootstrapServers an existing cluster, {@code null} for an embedded broker
 * @param data folder for broker and state, {@code null} for a temporary one
 * @param prefix of all topics and of the application ids
 * @param partitions of new topics
 * @param startTimeout how long a service may be without progress while it starts
 */
public record PipelineOptions(
        @Nullable String bootstrapServers, @Nullable Path data, String prefix, int partitions, Duration startTimeout) {

    /** With the default limit for a start. */
    public PipelineOptions(@Nullable String bootstrapServers, @Nullable Path data, String prefix, int partitions) {
        this(
                bootstrapServers,
                data,
                prefix,
                partitions,
                StreamsSettings.defaults().startTimeout());
    }

    /** These options with another limit for a start. */
    public PipelineOptions withStartTimeout(Duration timeout) {
        return new PipelineOptions(bootstrapServers, data, prefix, partitions, timeout);
    }
}
