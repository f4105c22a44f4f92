package io.copydesk.kit.streams;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The writes that one record causes in the stores of a processor. When the processing of the record throws, they are reverted:
 * the transaction goes on with the dead letter, and a record that is sent again must find the state that it found the first time.
 *
 * <p>For one thread.
 */
public final class RevertibleWrites {

    private final Deque<Runnable> reverts = new ArrayDeque<>();

    /** Writes to a store, {@code null} to delete. Call it within {@link #run} only. */
    public <K, V> void put(KeyValueStore<K, V> store, K key, @Nullable V value) {
        replace(store, key, store.get(key), value);
    }

    /** The same for a caller that has read {@code before}, what the store has now, and need not read it again. */
    public <K, V> void replace(KeyValueStore<K, V> store, K key, @Nullable V before, @Nullable V value) {
        reverts.push(() -> store.put(key, before));
        store.put(key, value);
    }

    /** Processes one record; an exception is thrown on after all of its writes were reverted, the last first. */
    public void run(Runnable processing) {
        reverts.clear();
        try {
            processing.run();
        } catch (RuntimeException e) {
            revert(e);
            throw e;
        }
    }

    private void revert(RuntimeException cause) {
        try {
            reverts.forEach(Runnable::run);
        } catch (RuntimeException e) {
            // The store or its changelog has failed: the transaction is aborted, which reverts the writes too.
            cause.addSuppressed(e);
        }
    }
}
