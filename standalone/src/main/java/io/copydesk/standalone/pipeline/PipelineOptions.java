package io.copydesk.standalone.pipeline;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where and how a pipeline runs.
 *
 * @param bootstrapServers an existing cluster, {@code null} for an embedded broker
 * @param data folder for broker and state, {@code null} for a temporary one
 * @param prefix of all topics and of the application ids
 * @param partitions of new topics
 */
public record PipelineOptions(
        @Nullable String bootstrapServers, @Nullable Path data, String prefix, int partitions) {}
