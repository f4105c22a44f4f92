package io.copydesk.lab.seeded;

import io.copydesk.lab.seeded.Stage.Service;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Topics in memory with Kafka's rules for readers of committed records: a record is appended when it is produced, a reader stops at the
 * first record of an open transaction and skips those of aborted ones. Transaction markers take no offset, and nothing is compacted or
 * deleted. Not thread-safe.
 */
final class SimulatedLog {

    private final Map<TopicPartition, List<LogRecord>> partitions = new LinkedHashMap<>();
    private final Map<Service, Map<TopicPartition, Long>> offsets = new EnumMap<>(Service.class);
    private final PlantedFault fault;
    private long number;

    SimulatedLog(PlantedFault fault) {
        this.fault = fault;
    }

    /** A number that was not given before. */
    long number() {
        return number++;
    }

    void append(TopicPartition to, LogRecord record) {
        partitions.computeIfAbsent(to, partition -> new ArrayList<>()).add(record);
    }

    /**
     * Puts the record before the last one if that is of the same transaction: a fault of a producer that loses the order.
     *
     * @return whether the order was lost
     */
    boolean appendBeforeLast(TopicPartition to, LogRecord record) {
        List<LogRecord> records = partitions.computeIfAbsent(to, partition -> new ArrayList<>());
        boolean swaps = !records.isEmpty() && records.get(records.size() - 1).transaction() == record.transaction();
        records.add(swaps ? records.size() - 1 : records.size(), record);
        return swaps;
    }

    /** The offset of the first committed record from {@code position} on; none at the end or before an open transaction. */
    OptionalLong next(TopicPartition from, long position) {
        List<LogRecord> records = records(from);
        for (int offset = (int) position; offset < records.size(); offset++) {
            LogRecord record = records.get(offset);
            if (record.isOpen()) {
                return OptionalLong.empty();
            }
            if (isRead(record)) {
                return OptionalLong.of(offset);
            }
        }
        return OptionalLong.empty();
    }

    /** Whether a reader of committed records gets this one when it comes to it. */
    boolean isRead(LogRecord record) {
        return record.isCommitted() || fault == PlantedFault.ABORTED_RECORDS_READ && !record.isOpen();
    }

    /** Whether a record of a changelog is put into the store that is restored from it. */
    boolean isRestored(LogRecord record) {
        return record.isCommitted() || fault == PlantedFault.STORE_NOT_ROLLED_BACK;
    }

    /**
     * The value that a reader of committed records finds at an offset of a compacted topic, which is compacted at every moment: none when a
     * later record of the key is committed.
     */
    byte @Nullable [] compacted(TopicPartition partition, long offset) {
        List<LogRecord> records = records(partition);
        if (offset >= records.size() || !isRead(records.get((int) offset))) {
            return null;
        }
        LogRecord record = records.get((int) offset);
        boolean followed = records.subList((int) offset + 1, records.size()).stream()
                .anyMatch(later -> isRead(later) && later.keyText().equals(record.keyText()));
        return followed ? null : record.value();
    }

    LogRecord record(TopicPartition partition, long offset) {
        return records(partition).get((int) offset);
    }

    /** All records of a partition: open, committed and aborted. */
    List<LogRecord> records(TopicPartition partition) {
        return partitions.getOrDefault(partition, List.of());
    }

    Iterable<TopicPartition> partitions() {
        return partitions.keySet();
    }

    boolean hasOpen(TopicPartition partition) {
        return records(partition).stream().anyMatch(LogRecord::isOpen);
    }

    void commitOffset(Service group, TopicPartition partition, long next) {
        offsets.computeIfAbsent(group, service -> new LinkedHashMap<>()).put(partition, next);
    }

    /** The next offset to read by a group that consumes this partition. */
    long committedOffset(Service group, TopicPartition partition) {
        return offsets.getOrDefault(group, Map.of()).getOrDefault(partition, 0L);
    }
}
