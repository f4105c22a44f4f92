package io.copydesk.standalone.pipeline;

import io.copydesk.schemas.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Determines when a pipeline is at rest: in every topic that a service reads, its committed offset has reached the end.
 *
 * <p>A task commits what it read and what it wrote in one transaction. So if, after the committed offsets were taken, the
 * ends (with open transactions counted) are where those offsets are, nothing was on its way between two stages.
 */
final class Settlement {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Admin admin;
    private final String prefix;
    private final List<String> applicationIds;
    private final Runnable alive;

    Settlement(Admin admin, String prefix, List<String> applicationIds, Runnable alive) {
        this.admin = admin;
        this.prefix = prefix;
        this.applicationIds = applicationIds;
        this.alive = alive;
    }

    /** Waits until no offset is open; {@code progress} receives the number of open offsets whenever it changes. */
    void await(LongConsumer progress) throws InterruptedException {
        long last = -1;
        long moved = System.nanoTime();
        while (true) {
            alive.run();
            long open = open();
            if (open == 0) {
                progress.accept(0);
                return;
            }
            if (open != last) {
                last = open;
                moved = System.nanoTime();
                progress.accept(open);
            } else if (System.nanoTime() - moved > PATIENCE.toNanos()) {
                throw new IllegalStateException(open + " records have waited for " + PATIENCE.toMinutes()
                        + " minutes without any being processed; see the log above");
            }
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        }
    }

    private long open() throws InterruptedException {
        try {
            Map<TopicPartition, Long> committed = new HashMap<>();
            for (String group : applicationIds) {
                Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get();
                offsets.forEach((partition, offset) -> committed.put(partition, offset == null ? 0 : offset.offset()));
            }
            return admin.listOffsets(latest(read(admin.listTopics().names().get()))).all().get().entrySet().stream()
                    .mapToLong(end -> remaining(end, committed))
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot list the offsets of the consumer groups", e);
        }
    }

    private static long remaining(
            Map.Entry<TopicPartition, ListOffsetsResultInfo> end, Map<TopicPartition, Long> committed) {
        return Math.max(0, end.getValue().offset() - committed.getOrDefault(end.getKey(), 0L));
    }

    /** The topics that a service reads: two of the catalogue, and the repartitions between its tasks. */
    private List<String> read(Set<String> all) {
        return all.stream()
                .filter(topic -> topic.equals(Topics.PAGES.name(prefix))
                        || topic.equals(Topics.ARTICLES.name(prefix))
                        || applicationIds.stream()
                                .anyMatch(id -> topic.startsWith(id + "-") && topic.endsWith("-repartition")))
                .toList();
    }

    private Map<TopicPartition, OffsetSpec> latest(Collection<String> topics)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> specs = new HashMap<>();
        for (TopicDescription topic :
                admin.describeTopics(topics).allTopicNames().get().values()) {
            topic.partitions()
                    .forEach(p -> specs.put(new TopicPartition(topic.name(), p.partition()), OffsetSpec.latest()));
        }
        return specs;
    }
}
