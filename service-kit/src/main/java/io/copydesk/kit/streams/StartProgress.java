package io.copydesk.kit.streams;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The progress of a start: changes of the client's state, and records restored from changelogs. A start may take as long as its
 * state is large, but it must not stand still.
 *
 * <p>Safe for use by several threads.
 */
final class StartProgress implements StateRestoreListener {

    private static final Logger LOG = LoggerFactory.getLogger(StartProgress.class);

    /** Between two log lines of a restore. */
    private static final long LOG_NANOS = Duration.ofSeconds(5).toNanos();

    /** Between two looks at the clock. */
    private static final long LOOK_MILLIS = 100;

    private final LongSupplier nanos;
    private final Map<String, Restore> restores = new TreeMap<>();
    private long moved;
    private long logged;

    /** @param nanos a clock like {@link System#nanoTime} */
    StartProgress(LongSupplier nanos) {
        this.nanos = nanos;
        this.moved = nanos.getAsLong();
        this.logged = moved;
    }

    /**
     * Where the restore of a partition is.
     *
     * @param start the offset that it began at
     * @param position the next offset
     * @param end the offset that it ends before
     */
    private record Restore(long start, long position, long end) {}

    /** Something happened that is progress. */
    synchronized void made() {
        moved = nanos.getAsLong();
    }

    /** How long there has been no progress. */
    synchronized Duration standstill() {
        return Duration.ofNanos(nanos.getAsLong() - moved);
    }

    /** The restores that have not ended, each with its position and end; empty when there are none. */
    synchronized String unfinished() {
        return restores.entrySet().stream()
                .map(restore -> restore.getKey() + " at position " + restore.getValue().position + " of "
                        + restore.getValue().end)
                .collect(Collectors.joining(", "));
    }

    /** How many partitions of changelogs are being restored. */
    synchronized int partitions() {
        return restores.size();
    }

    /** The offsets that are left to restore, which are at least as many as the records. */
    synchronized long remaining() {
        return restores.values().stream()
                .mapToLong(restore -> restore.end - restore.position)
                .sum();
    }

    /**
     * Waits for {@code done} for as long as there is progress.
     *
     * @throws TimeoutException after {@code limit} without any
     * @throws ExecutionException when {@code done} completes exceptionally
     */
    void await(CompletableFuture<?> done, Duration limit)
            throws InterruptedException, ExecutionException, TimeoutException {
        made();
        while (true) {
            try {
                done.get(Math.min(LOOK_MILLIS, limit.toMillis()), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                if (standstill().compareTo(limit) >= 0) {
                    throw e;
                }
            }
        }
    }

    @Override
    public synchronized void onRestoreStart(TopicPartition partition, String store, long start, long end) {
        if (restores.isEmpty()) {
            logged = nanos.getAsLong();
        }
        restores.put(partition.toString(), new Restore(start, start, end));
        made();
    }

    @Override
    public synchronized void onBatchRestored(TopicPartition partition, String store, long lastOffset, long records) {
        Restore before = restores.get(partition.toString());
        if (before == null || records == 0) {
            return;
        }
        Restore now = new Restore(before.start, lastOffset + 1, before.end);
        restores.put(partition.toString(), now);
        made();
        if (moved - logged >= LOG_NANOS) {
            logged = moved;
            LOG.info(
                    "restored {} of {} records of {}; {} partitions remain",
                    now.position - now.start,
                    now.end - now.start,
                    partition,
                    restores.size());
        }
    }

    @Override
    public synchronized void onRestoreEnd(TopicPartition partition, String store, long total) {
        ended(partition);
    }

    @Override
    public synchronized void onRestoreSuspended(TopicPartition partition, String store, long total) {
        ended(partition);
    }

    private void ended(TopicPartition partition) {
        restores.remove(partition.toString());
        made();
    }
}
