package io.copydesk.enrich;

import io.copydesk.enrich.copy.CopyLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Where a task finds the state of the decisions: in its folder, else in a copy on the cluster. To Kafka Streams it is a store, as it is told of its task
 * before the task's other stores are restored: a copy is taken meanwhile. It has no changelog that Kafka Streams knows of.
 */
@SuppressWarnings("NullAway.Init") // Kafka Streams calls init first
final class DecisionFiles implements StateStore {

    private final SnapshotsAhead ahead;
    private final Function<StateStoreContext, CopyLog> logs;
    private Path file;
    private CopyLog copies;
    private boolean isOpen;

    private DecisionFiles(SnapshotsAhead ahead, Function<StateStoreContext, CopyLog> logs) {
        this.ahead = ahead;
        this.logs = logs;
    }

    /**
     * Builds it.
     *
     * @param ahead files that are being read already
     * @param logs the copies of the task with a context
     */
    static StoreBuilder<DecisionFiles> builder(SnapshotsAhead ahead, Function<StateStoreContext, CopyLog> logs) {
        return new Builder(ahead, logs);
    }

    @Override
    public String name() {
        return EnrichTopology.DECISIONS;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        file = DecisionSnapshots.fileIn(context.stateDir().toPath());
        copies = logs.apply(context);
        isOpen = true;
        context.register(root, (key, value) -> {});
        if (copies != CopyLog.NONE && !Files.exists(file)) {
            ahead.download(file, copies);
        }
    }

    Path file() {
        return file;
    }

    CopyLog copies() {
        return copies;
    }

    /** The reading that has begun, else one of the file in the folder. */
    SnapshotReading reading() {
        return ahead.of(file);
    }

    /** What a start tries one after the other: the reading that has begun, and a copy where that was not one. */
    List<Supplier<SnapshotReading>> sources() {
        SnapshotReading first = reading();
        return first.isOfCopy() || copies == CopyLog.NONE
                ? List.of(() -> first)
                : List.of(() -> first, () -> SnapshotReading.begin(file, copies));
    }

    @Override
    public void close() {
        isOpen = false;
        ahead.abandon(file);
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return isOpen;
    }

    private record Builder(SnapshotsAhead ahead, Function<StateStoreContext, CopyLog> logs)
            implements StoreBuilder<DecisionFiles> {

        @Override
        public DecisionFiles build() {
            return new DecisionFiles(ahead, logs);
        }

        @Override
        public String name() {
            return EnrichTopology.DECISIONS;
        }

        @Override
        public boolean loggingEnabled() {
            return false;
        }

        @Override
        public Map<String, String> logConfig() {
            return Map.of();
        }

        @Override
        public StoreBuilder<DecisionFiles> withCachingEnabled() {
            throw new UnsupportedOperationException();
        }

        @Override
        public StoreBuilder<DecisionFiles> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<DecisionFiles> withLoggingEnabled(Map<String, String> config) {
            throw new UnsupportedOperationException();
        }

        @Override
        public StoreBuilder<DecisionFiles> withLoggingDisabled() {
            return this;
        }
    }
}
