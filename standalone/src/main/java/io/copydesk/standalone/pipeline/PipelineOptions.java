package io.copydesk.standalone.pipeline;

import java.nio.file.Path;

/**
 * Where and how a pipeline runs.
 *
 * @param bootstrapServers an existing cluster, {@code null} for an embedded broker
 * @param data folder for broker and state, {@code null} for a temporary one
 * @param prefix of all topics and of the application ids
 * @param partitions of new topics
 */
public record PipelineOptions(String bootstrapServers, Path data, String prefix, int partitions) {}
