package io.copydesk.lab.load;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is measured.
 *
 * @param bootstrapServers a Kafka cluster, {@code null} for an embedded broker
 * @param partitions of the topics
 * @param warmUp how long inputs pass before the measurement begins
 * @param duration how long inputs are fed while it is measured, at least
 * @param rate inputs a second, 0 for as many as the pipeline takes
 * @param disk whether bytes on disk are measured too, after the first pass
 */
public record LoadPlan(
        @Nullable String bootstrapServers,
        int partitions,
        Duration warmUp,
        Duration duration,
        double rate,
        boolean disk) {}
