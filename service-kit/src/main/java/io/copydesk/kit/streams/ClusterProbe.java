package io.copydesk.kit.streams;

import io.copydesk.kit.health.Health;
import io.copydesk.kit.health.HealthSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the cluster at intervals, on a thread of its own: whether it answers, and whether the records that wait for the
 * consumer groups of a process become fewer now and then. Kafka's clients keep trying when a cluster is gone and report nothing.
 *
 * <p>Safe for use by several threads.
 */
public final class ClusterProbe implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterProbe.class);

    /** A cluster that takes longer for an answer is of no use to a service. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);

    private final KafkaSettings kafka;
    private final List<String> groups;
    private final HealthSettings settings;
    private final long answerMillis;
    private final Admin admin;
    private final LagTrend trend = new LagTrend(System::nanoTime);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "cluster-probe");
        thread.setDaemon(true);
        return thread;
    });
    private volatile String problem = "";

    /** @param groups whose lag is judged */
    public ClusterProbe(KafkaSettings kafka, List<String> groups, HealthSettings settings) {
        this.kafka = kafka;
        this.groups = List.copyOf(groups);
        this.settings = settings;
        this.answerMillis = Math.min(
                LONGEST_ANSWER.toMillis(),
                Math.max(1_000, settings.probeInterval().toMillis()));
        this.admin = Admin.create(kafka.admin(Duration.ofMillis(answerMillis)));
    }

    /** Begins to look. */
    public ClusterProbe start() {
        timer.scheduleWithFixedDelay(this::look, 0, settings.probeInterval().toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    /** Failing while the cluster does not answer, and while the lag has not shrunk for {@link HealthSettings#lagLimit}. */
    public Health ready() {
        if (!problem.isEmpty()) {
            return Health.failing(problem);
        }
        Duration growing = trend.growing();
        String waiting = trend.lag() + " records wait";
        return trend.lag() > 0 && growing.compareTo(settings.lagLimit()) >= 0
                ? Health.failing(waiting + ", not fewer for " + growing.toSeconds() + " s")
                : Health.ok(waiting);
    }

    /** The records that waited at the last look. */
    public long lag() {
        return trend.lag();
    }

    /** Whether the cluster answered the last look. */
    public boolean answers() {
        return problem.isEmpty();
    }

    private void look() {
        try {
            trend.observe(count());
            if (!problem.isEmpty()) {
                LOG.info("Kafka at {} answers again", kafka.bootstrapServers());
            }
            problem = "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            String sentence = "Kafka at " + kafka.bootstrapServers() + " does not answer: "
                    + Objects.requireNonNullElse(cause.getMessage(), cause.toString());
            if (problem.isEmpty()) {
                LOG.warn("{}", sentence);
            }
            problem = sentence;
        }
    }

    private long count() throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, Long> committed = new HashMap<>();
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        admin.describeCluster().nodes().get(answerMillis, TimeUnit.MILLISECONDS);
        for (String group : groups) {
            Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(answerMillis, TimeUnit.MILLISECONDS);
            offsets.forEach((partition, offset) -> {
                if (offset != null) {
                    committed.put(partition, offset.offset());
                    ends.put(partition, OffsetSpec.latest());
                }
            });
        }
        return admin.listOffsets(ends).all().get(answerMillis, TimeUnit.MILLISECONDS).entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue().offset() - committed.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        admin.close(Duration.ZERO);
    }
}
