package io.copydesk.standalone.pipeline;

import io.copydesk.ingest.clean.ExtractionSettings;
import io.copydesk.kit.health.HealthSettings;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.kit.streams.StreamsSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where and how a pipeline runs.
 *
 * @param cluster an existing one, {@code null} for an embedded broker
 * @param data folder for broker and state, {@code null} for a temporary one
 * @param prefix of all topics and of the application ids
 * @param partitions of new topics
 * @param startTimeout how long a service may be without progress while it starts
 * @param health where health and metrics are served, {@code null} for nowhere
 * @param extraction what the cleaning that runs here extracts
 * @param unwanted whether a start is to be given up, asked while it lasts
 */
public record PipelineOptions(
        @Nullable KafkaSettings cluster,
        @Nullable Path data,
        String prefix,
        int partitions,
        Duration startTimeout,
        @Nullable HealthSettings health,
        ExtractionSettings extraction,
        BooleanSupplier unwanted) {

    /** On a cluster without security, or an embedded broker, with the default limit for a start. */
    public PipelineOptions(@Nullable String bootstrapServers, @Nullable Path data, String prefix, int partitions) {
        this(
                bootstrapServers == null ? null : KafkaSettings.of(bootstrapServers),
                data,
                prefix,
                partitions,
                StreamsSettings.defaults().startTimeout(),
                null,
                ExtractionSettings.defaults(),
                () -> false);
    }

    /** These options on another cluster; {@code null} for an embedded broker. */
    public PipelineOptions withCluster(@Nullable KafkaSettings settings) {
        return new PipelineOptions(settings, data, prefix, partitions, startTimeout, health, extraction, unwanted);
    }

    /** These options with another limit for a start. */
    public PipelineOptions withStartTimeout(Duration timeout) {
        return new PipelineOptions(cluster, data, prefix, partitions, timeout, health, extraction, unwanted);
    }

    /** These options with health and metrics served. */
    public PipelineOptions withHealth(HealthSettings settings) {
        return new PipelineOptions(cluster, data, prefix, partitions, startTimeout, settings, extraction, unwanted);
    }

    /** These options with other extraction. */
    public PipelineOptions withExtraction(ExtractionSettings settings) {
        return new PipelineOptions(cluster, data, prefix, partitions, startTimeout, health, settings, unwanted);
    }

    /** These options with a start that is given up when it is not wanted any more. */
    public PipelineOptions withUnwanted(BooleanSupplier asked) {
        return new PipelineOptions(cluster, data, prefix, partitions, startTimeout, health, extraction, asked);
    }
}
