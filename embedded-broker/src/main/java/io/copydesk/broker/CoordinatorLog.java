package io.copydesk.broker;

import io.copydesk.broker.HeldTransactions.Held;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.internals.Topic;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.coordinator.transaction.TransactionLog;
import org.apache.kafka.coordinator.transaction.TransactionMetadata;
import org.apache.kafka.coordinator.transaction.TransactionState;
import org.jspecify.annotations.Nullable;

/** What the coordinator decided on its transactions, in the order of its log ({@code __transaction_state}). Immutable. */
final class CoordinatorLog {

    private static final Duration POLL = Duration.ofMillis(200);

    private final List<TransactionMetadata> history;

    private CoordinatorLog(List<TransactionMetadata> history) {
        this.history = history;
    }

    /** Reads the log from its beginning to its present end. */
    static CoordinatorLog read(Properties client) {
        List<TransactionMetadata> history = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.TRANSACTION_STATE_TOPIC_NAME).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    metadata(record).ifPresent(history::add);
                }
            }
        }
        return new CoordinatorLog(history);
    }

    private static Optional<TransactionMetadata> metadata(ConsumerRecord<byte[], byte[]> record) {
        ByteBuffer value = record.value() == null ? null : ByteBuffer.wrap(record.value());
        return TransactionLog.read(ByteBuffer.wrap(record.key()), value) instanceof TransactionLog.TxnRecord known
                ? Optional.of(known.metadata())
                : Optional.empty();
    }

    /** Whether the coordinator counts it as open: it will be ended by its producer, or by the coordinator's timeout. */
    boolean isOngoing(Held open) {
        TransactionMetadata last = last(open);
        return last != null
                && last.state() == TransactionState.ONGOING
                && last.producerEpoch() == open.epoch()
                && last.topicPartitions().contains(open.partition());
    }

    /** Whether the coordinator has decided and not yet completed it. */
    boolean isPrepared(Held open) {
        TransactionMetadata last = last(open);
        return last != null && isPrepared(last);
    }

    /**
     * The decision on each held transaction: the coordinator's last record that prepares its end.
     *
     * @throws IllegalStateException when the log has none, for then either end could lose or invent records
     */
    Map<Held, TransactionMetadata> decisions(Collection<Held> held) {
        Map<Held, TransactionMetadata> decisions = new HashMap<>();
        for (Held transaction : held) {
            for (TransactionMetadata entry : history) {
                if (isDecision(entry, transaction)) {
                    decisions.put(transaction, entry);
                }
            }
            if (!decisions.containsKey(transaction)) {
                throw new IllegalStateException("the coordinator's log has no decision on " + transaction);
            }
        }
        return decisions;
    }

    private @Nullable TransactionMetadata last(Held open) {
        TransactionMetadata last = null;
        for (TransactionMetadata entry : history) {
            last = entry.producerId() == open.producerId() ? entry : last;
        }
        return last;
    }

    private static boolean isPrepared(TransactionMetadata entry) {
        return entry.state() == TransactionState.PREPARE_COMMIT || entry.state() == TransactionState.PREPARE_ABORT;
    }

    /** A transaction of version 2 is prepared with the epoch after that of its records (KIP-890). */
    private static boolean isDecision(TransactionMetadata entry, Held held) {
        return isPrepared(entry)
                && entry.producerId() == held.producerId()
                && (entry.producerEpoch() == held.epoch() || entry.producerEpoch() == held.epoch() + 1)
                && entry.topicPartitions().contains(held.partition());
    }
}
