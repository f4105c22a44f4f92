package io.copydesk.verify.check;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.common.TopicPartition;

/** Transactions that stay open, on the topics of a pipeline, its internal topics and the offsets of its groups. */
final class OpenTransactions {

    private static final Duration PAUSE = Duration.ofMillis(200);

    /** A transaction on a partition, by where it began. */
    private record Open(TopicPartition partition, long producerId, long startOffset) {}

    private OpenTransactions() {}

    /** Waits until each transaction that is open now has ended, at most {@code patience}; those that have not are findings. */
    static void check(Properties client, String prefix, Duration patience, Findings findings)
            throws InterruptedException {
        try (Admin admin = Admin.create(client)) {
            List<TopicPartition> partitions = partitions(admin, prefix);
            long begun = System.nanoTime();
            Map<Open, ProducerState> held = open(admin, partitions);
            while (!held.isEmpty() && System.nanoTime() - begun < patience.toNanos()) {
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
                held.keySet().retainAll(open(admin, partitions).keySet());
            }
            held.forEach((open, producer) -> findings.add(
                    Rule.TRANSACTION_HELD,
                    open.partition() + " from offset " + open.startOffset() + " by producer " + open.producerId()));
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot examine the open transactions", e);
        }
    }

    private static List<TopicPartition> partitions(Admin admin, String prefix)
            throws ExecutionException, InterruptedException {
        List<String> topics = admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get().stream()
                .filter(topic -> topic.startsWith(prefix)
                        || topic.startsWith("copydesk-" + prefix)
                        || topic.equals("__consumer_offsets"))
                .toList();
        return admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream().map(p -> new TopicPartition(topic.name(), p.partition())))
                .toList();
    }

    private static Map<Open, ProducerState> open(Admin admin, List<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        return new HashMap<>(admin.describeProducers(partitions).all().get().entrySet().stream()
                .flatMap(partition -> partition.getValue().activeProducers().stream()
                        .filter(producer ->
                                producer.currentTransactionStartOffset().isPresent())
                        .map(producer -> Map.entry(open(partition.getKey(), producer), producer)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Open open(TopicPartition partition, ProducerState producer) {
        return new Open(
                partition,
                producer.producerId(),
                producer.currentTransactionStartOffset().orElseThrow());
    }
}
