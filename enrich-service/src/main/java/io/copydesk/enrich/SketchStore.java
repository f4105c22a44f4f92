package io.copydesk.enrich;

import io.copydesk.enrich.sketch.Sketch;
import io.copydesk.schemas.JsonSerde;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The latest sketch of every article, and when it came. Encodes and decodes by itself, over a store of bytes, so that all sketches can
 * be decoded on all processors. For one thread.
 */
final class SketchStore {

    private static final Logger LOG = LoggerFactory.getLogger(SketchStore.class);

    /** Entries that are decoded together: some ten megabytes. */
    private static final int BATCH = 4_096;

    private static final Serde<Sketch> SERDE = JsonSerde.of(Sketch.class);

    private final TimestampedKeyValueStore<String, byte[]> store;

    /** @param store that {@link #builder} built */
    SketchStore(TimestampedKeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /**
     * One entry.
     *
     * @param arrived when it came, in milliseconds since 1970
     */
    record Entry(Sketch sketch, long arrived) {}

    /** Builds the store itself. */
    static StoreBuilder<TimestampedKeyValueStore<String, byte[]>> builder(KeyValueBytesStoreSupplier supplier) {
        return Stores.timestampedKeyValueStoreBuilder(supplier, Serdes.String(), Serdes.ByteArray());
    }

    /** The sketch of an article, {@code null} for none. */
    @Nullable
    Sketch get(String articleId) {
        ValueAndTimestamp<byte[]> stored = store.get(articleId);
        return stored == null ? null : decoded(stored.value());
    }

    void put(Sketch sketch, long arrived) {
        byte[] bytes = SERDE.serializer().serialize(EnrichTopology.SKETCHES, sketch);
        store.put(sketch.id(), ValueAndTimestamp.make(bytes, arrived));
    }

    void delete(String articleId) {
        store.delete(articleId);
    }

    /** All entries but those that cannot be read, which are logged. */
    List<Entry> all() {
        List<Entry> all = new ArrayList<>();
        try (KeyValueIterator<String, ValueAndTimestamp<byte[]>> stored = store.all()) {
            while (stored.hasNext()) {
                next(stored).parallelStream()
                        .map(SketchStore::entry)
                        .flatMap(Optional::stream)
                        .forEachOrdered(all::add);
            }
        }
        return all;
    }

    private static List<KeyValue<String, ValueAndTimestamp<byte[]>>> next(
            KeyValueIterator<String, ValueAndTimestamp<byte[]>> stored) {
        List<KeyValue<String, ValueAndTimestamp<byte[]>>> batch = new ArrayList<>(BATCH);
        while (stored.hasNext() && batch.size() < BATCH) {
            batch.add(stored.next());
        }
        return batch;
    }

    private static Optional<Entry> entry(KeyValue<String, ValueAndTimestamp<byte[]>> stored) {
        try {
            Sketch sketch = decoded(stored.value.value());
            if (sketch.fingerprint() != null && stored.key.equals(sketch.id())) {
                return Optional.of(new Entry(sketch, stored.value.timestamp()));
            }
            LOG.error("The stored sketch of {} is not one of that article and is left out", stored.key);
        } catch (SerializationException e) {
            LOG.error("The stored sketch of {} cannot be read and is left out", stored.key, e);
        }
        return Optional.empty();
    }

    private static Sketch decoded(byte[] bytes) {
        return SERDE.deserializer().deserialize(EnrichTopology.SKETCHES, bytes);
    }
}
