package io.copydesk.kit.streams;

import io.copydesk.kit.config.DataSize;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How a topology is run.
 *
 * @param threads stream threads, at least 1; more than there are partitions are idle
 * @param stateDir folder for local state; it is a cache of the changelog topics and may be deleted while stopped
 * @param commitInterval how often a transaction is committed, which is also what a reader downstream waits at most
 * @param recordCache memory over all threads that holds updates of a key back until the commit; 0 passes each on
 * @param storeMemory native memory for all RocksDB stores of the process: blocks, indexes, filters and write buffers
 * @param startTimeout how long the start may be without progress until all partitions are assigned and restored
 * @param closeTimeout how long a clean stop may take
 * @param threadReplacements how many threads that died of a passing fault are replaced within {@code
 *     threadReplacementWindow}
 *     before the client gives up
 * @param threadReplacementWindow how long a replacement counts
 */
public record StreamsSettings(
        int threads,
        Path stateDir,
        Duration commitInterval,
        DataSize recordCache,
        DataSize storeMemory,
        Duration startTimeout,
        Duration closeTimeout,
        int threadReplacements,
        Duration threadReplacementWindow) {

    public StreamsSettings {
        atLeast(threads >= 1, "threads must be at least 1");
        atLeast(commitInterval.toMillis() >= 1, "commit-interval must be at least 1ms");
        atLeast(storeMemory.bytes() >= 1 << 20, "store-memory must be at least 1MiB");
        atLeast(startTimeout.toMillis() >= 1, "start-timeout must be at least 1ms");
        atLeast(closeTimeout.toMillis() >= 1, "close-timeout must be at least 1ms");
        atLeast(threadReplacements >= 0, "thread-replacements must not be negative");
        atLeast(threadReplacementWindow.toMillis() >= 1, "thread-replacement-window must be at least 1ms");
    }

    /** Two threads, half a second between commits, 10 MiB of cache, 128 MiB for stores. */
    public static StreamsSettings defaults() {
        return new StreamsSettings(
                2,
                Path.of("state"),
                Duration.ofMillis(500),
                DataSize.ofMebibytes(10),
                DataSize.ofMebibytes(128),
                Duration.ofMinutes(2),
                Duration.ofSeconds(30),
                5,
                Duration.ofMinutes(10));
    }

    /** These settings with another folder for local state. */
    public StreamsSettings withStateDir(Path folder) {
        return with(folder, commitInterval, startTimeout);
    }

    /** These settings with another time between commits. */
    public StreamsSettings withCommitInterval(Duration interval) {
        return with(stateDir, interval, startTimeout);
    }

    /** These settings with another limit for a start without progress. */
    public StreamsSettings withStartTimeout(Duration timeout) {
        return with(stateDir, commitInterval, timeout);
    }

    private StreamsSettings with(Path folder, Duration interval, Duration start) {
        return new StreamsSettings(
                threads,
                folder,
                interval,
                recordCache,
                storeMemory,
                start,
                closeTimeout,
                threadReplacements,
                threadReplacementWindow);
    }

    private static void atLeast(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
