package io.copydesk.broker;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.coordinator.transaction.TransactionMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends transactions that partitions hold open although their coordinator has completed them: what an earlier start without
 * {@link ControllerAlone} left of a kill in the middle of a commit. Each is ended as the coordinator decided, which is read
 * from its log; a transaction that it decided to commit is never aborted, for its input is committed elsewhere.
 */
final class HeldTransactions {

    private static final Logger LOG = LoggerFactory.getLogger(HeldTransactions.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** A transaction that holds {@code partition} open. */
    record Held(TopicPartition partition, long producerId, int epoch, int coordinatorEpoch) {}

    private final Admin admin;
    private final Properties client;

    private HeldTransactions(Admin admin, Properties client) {
        this.admin = admin;
        this.client = client;
    }

    /** Ends all of them on the broker at {@code bootstrapServers}, which serves no client yet. */
    static void end(String bootstrapServers) throws InterruptedException {
        Properties client = new Properties();
        client.put("bootstrap.servers", bootstrapServers);
        client.put("enable.metrics.push", "false");
        try (Admin admin = Admin.create(client)) {
            Map<Held, TransactionMetadata> held = new HeldTransactions(admin, client).find();
            if (!held.isEmpty()) {
                TransactionMarkers.write(bootstrapServers, held);
                LOG.warn("Repaired {} partitions that an interrupted commit held open", held.size());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot examine the transactions of " + bootstrapServers, e);
        }
    }

    /** Waits until the coordinator has completed what is prepared; then what is open all the same, with its decision. */
    private Map<Held, TransactionMetadata> find() throws ExecutionException, InterruptedException {
        long begun = System.nanoTime();
        while (true) {
            Set<Held> open = open();
            if (open.isEmpty()) {
                return Map.of();
            }
            CoordinatorLog log = CoordinatorLog.read(client);
            open.removeIf(log::isOngoing);
            if (open.stream().noneMatch(log::isPrepared)) {
                open.retainAll(open());
                return log.decisions(open);
            }
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IllegalStateException("the coordinator does not complete its prepared transactions: " + open);
            }
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        }
    }

    /** Every transaction that is open in a partition. */
    private Set<Held> open() throws ExecutionException, InterruptedException {
        Set<TopicPartition> partitions = new HashSet<>();
        Set<String> topics = admin.listTopics(new ListTopicsOptions().listInternal(true))
                .names()
                .get();
        admin.describeTopics(topics)
                .allTopicNames()
                .get()
                .forEach((topic, description) -> description
                        .partitions()
                        .forEach(p -> partitions.add(new TopicPartition(topic, p.partition()))));
        Set<Held> open = new HashSet<>();
        admin.describeProducers(partitions)
                .all()
                .get()
                .forEach((partition, state) -> state.activeProducers().stream()
                        .filter(producer ->
                                producer.currentTransactionStartOffset().isPresent())
                        .map(producer -> held(partition, producer))
                        .forEach(open::add));
        return open;
    }

    private static Held held(TopicPartition partition, ProducerState producer) {
        return new Held(
                partition,
                producer.producerId(),
                producer.producerEpoch(),
                Math.max(0, producer.coordinatorEpoch().orElse(0)));
    }
}
