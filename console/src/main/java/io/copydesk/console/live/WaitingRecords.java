package io.copydesk.console.live;

import io.copydesk.kit.streams.KafkaSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits for the services of a prefix, whoever runs them: from the committed offsets of their consumer groups to the ends of what
 * they read. Looked up at intervals on a thread of its own. Safe for use by several threads.
 */
public final class WaitingRecords implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingRecords.class);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final long PAUSE_MILLIS = 3_000;
    private static final int MOST_GROUPS = 50;

    private final String groupPrefix;
    private final Admin admin;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "copydesk-console-lag");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Map<String, Long> groups = Map.of();
    private volatile String problem = "";

    /** Of the groups of {@code prefix}; nothing is known yet. */
    public WaitingRecords(String prefix, KafkaSettings kafka) {
        this.groupPrefix = "copydesk-" + prefix;
        this.admin = Admin.create(kafka.admin(ANSWER));
    }

    /** Begins to look. */
    public void start() {
        timer.scheduleWithFixedDelay(this::look, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** The service, such as {@code ingest}, to the offsets that wait for it; a transaction counts as one more. */
    public Map<String, Long> byService() {
        return groups;
    }

    /** Why the cluster could not be asked; empty when it could. */
    public String problem() {
        return problem;
    }

    private void look() {
        try {
            groups = count();
            problem = "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            String sentence =
                    "Kafka does not answer: " + Objects.requireNonNullElse(cause.getMessage(), cause.toString());
            if (problem.isEmpty()) {
                LOG.warn("{}", sentence);
            }
            problem = sentence;
        }
    }

    private Map<String, Long> count() throws ExecutionException, InterruptedException, TimeoutException {
        long millis = ANSWER.toMillis();
        List<String> names =
                admin.listGroups(new ListGroupsOptions()).valid().get(millis, TimeUnit.MILLISECONDS).stream()
                        .map(GroupListing::groupId)
                        .filter(id -> id.startsWith(groupPrefix))
                        .limit(MOST_GROUPS)
                        .toList();
        Map<String, Long> counts = new TreeMap<>();
        for (String name : names) {
            Map<TopicPartition, Long> committed = new HashMap<>();
            Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(name)
                    .partitionsToOffsetAndMetadata()
                    .get(millis, TimeUnit.MILLISECONDS);
            offsets.forEach((partition, offset) -> {
                if (offset != null) {
                    committed.put(partition, offset.offset());
                }
            });
            Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
            committed.keySet().forEach(partition -> ends.put(partition, OffsetSpec.latest()));
            long waiting = admin.listOffsets(ends).all().get(millis, TimeUnit.MILLISECONDS).entrySet().stream()
                    .mapToLong(end -> Math.max(0, end.getValue().offset() - committed.getOrDefault(end.getKey(), 0L)))
                    .sum();
            counts.put(name.substring(groupPrefix.length()), waiting);
        }
        return Map.copyOf(counts);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        admin.close(Duration.ZERO);
    }
}
