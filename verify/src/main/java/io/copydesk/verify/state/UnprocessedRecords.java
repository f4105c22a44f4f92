package io.copydesk.verify.state;

import io.copydesk.schemas.Topics;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * What waits in the topics that the services read: from their committed offsets to the ends.
 *
 * <p>A task commits what it read and what it wrote in one transaction. So if, after the committed offsets were taken, the
 * ends (with open transactions counted) are where those offsets are, nothing was on its way between two stages.
 */
public final class UnprocessedRecords {

    private final Admin admin;
    private final String prefix;
    private final List<String> applicationIds;

    /** Of these applications, under one prefix; {@code admin} stays the caller's to close. */
    public UnprocessedRecords(Admin admin, String prefix, List<String> applicationIds) {
        this.admin = admin;
        this.prefix = prefix;
        this.applicationIds = List.copyOf(applicationIds);
    }

    /** The number of offsets between what is committed and the end. */
    public long count() throws ExecutionException, InterruptedException {
        return byPartition().values().stream().mapToLong(Long::longValue).sum();
    }

    /** The same for each partition where it is not zero. */
    public Map<TopicPartition, Long> byPartition() throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> committed = new HashMap<>();
        for (String group : applicationIds) {
            Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            // What cleans pages reads the articles that it wrote as well, only to know where they are.
            boolean cleans = offsets.keySet().stream()
                    .anyMatch(partition -> partition.topic().equals(Topics.PAGES.name(prefix)));
            offsets.forEach((partition, offset) -> {
                if (!cleans || !partition.topic().equals(Topics.ARTICLES.name(prefix))) {
                    committed.put(partition, offset == null ? 0 : offset.offset());
                }
            });
        }
        Map<TopicPartition, Long> remaining = new HashMap<>();
        for (var end : admin.listOffsets(latest(read(admin.listTopics().names().get())))
                .all()
                .get()
                .entrySet()) {
            long records = remaining(end, committed);
            if (records > 0) {
                remaining.put(end.getKey(), records);
            }
        }
        return remaining;
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
