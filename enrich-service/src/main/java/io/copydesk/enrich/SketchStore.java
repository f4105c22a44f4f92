package io.copydesk.enrich;

import io.copydesk.enrich.decide.NotedDigests;
import io.copydesk.enrich.sketch.Sketch;
import io.copydesk.enrich.sketch.StoredSketch;
import io.copydesk.enrich.snapshot.ChangelogMark;
import io.copydesk.enrich.snapshot.Digest64;
import io.copydesk.schemas.JsonSerde;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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

    /** Of entries that were stored by an earlier release. */
    private static final Serde<Sketch> JSON = JsonSerde.of(Sketch.class);

    private final TimestampedKeyValueStore<String, byte[]> store;

    /** @param store that {@link #builder} built */
    SketchStore(TimestampedKeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /**
     * One entry.
     *
     * @param arrived when it came, in milliseconds since 1970
     * @param digest of what is stored, 64 bits, never 0
     */
    record Entry(Sketch sketch, long arrived, long digest) {}

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

    /** Stores a sketch and returns the digest of what is stored. */
    long put(Sketch sketch, long arrived) {
        ValueAndTimestamp<byte[]> value = ValueAndTimestamp.make(StoredSketch.bytes(sketch), arrived);
        store.put(sketch.id(), value);
        return digest(value);
    }

    void delete(String articleId) {
        store.delete(articleId);
    }

    /** Leaves a tombstone in the changelog and nothing in the store. */
    void mark(ChangelogMark mark) {
        store.delete(mark.key());
    }

    /** All entries but those that cannot be read, which are logged. */
    List<Entry> all() {
        return difference(new NotedDigests()).changed();
    }

    /**
     * What is stored otherwise than it was noted. Entries that cannot be read are logged and taken for absent.
     *
     * @param changed entries whose digest is not the last one that was noted under their id
     * @param unchanged how many entries are as they were noted, at the least
     * @param isAbsent of an id that was noted: whether nothing is stored under it
     */
    record Difference(List<Entry> changed, int unchanged, Predicate<String> isAbsent) {}

    /** The difference of the whole store. */
    Difference difference(NotedDigests noted) {
        Set<String> present = new HashSet<>();
        try (KeyValueIterator<String, ValueAndTimestamp<byte[]>> entries = store.all()) {
            List<Entry> changed = changed(entries, noted, present);
            return new Difference(changed, present.size() - changed.size(), id -> !present.contains(id));
        }
    }

    /** The difference when only these ids were written to since they were noted. */
    Difference difference(NotedDigests noted, Set<String> written) {
        Set<String> present = new HashSet<>();
        Iterator<KeyValue<String, ValueAndTimestamp<byte[]>>> entries = written.stream()
                .map(id -> KeyValue.pair(id, store.get(id)))
                .filter(entry -> entry.value != null)
                .iterator();
        List<Entry> changed = changed(entries, noted, present);
        return new Difference(
                changed, noted.size() - changed.size(), id -> written.contains(id) && !present.contains(id));
    }

    private static List<Entry> changed(
            Iterator<KeyValue<String, ValueAndTimestamp<byte[]>>> entries, NotedDigests noted, Set<String> present) {
        List<Entry> changed = new ArrayList<>();
        while (entries.hasNext()) {
            List<Stored> batch = new ArrayList<>();
            while (entries.hasNext() && batch.size() < BATCH) {
                KeyValue<String, ValueAndTimestamp<byte[]>> entry = entries.next();
                long digest = digest(entry.value);
                if (noted.isLast(entry.key, digest)) {
                    present.add(entry.key);
                } else {
                    batch.add(new Stored(entry, digest));
                }
            }
            batch.parallelStream()
                    .map(SketchStore::entry)
                    .flatMap(Optional::stream)
                    .forEachOrdered(changed::add);
        }
        changed.forEach(entry -> present.add(entry.sketch().id()));
        return changed;
    }

    private record Stored(KeyValue<String, ValueAndTimestamp<byte[]>> entry, long digest) {}

    private static Optional<Entry> entry(Stored stored) {
        String id = stored.entry().key;
        try {
            Sketch sketch = decoded(stored.entry().value.value());
            if (sketch.fingerprint() != null && id.equals(sketch.id())) {
                return Optional.of(new Entry(sketch, stored.entry().value.timestamp(), stored.digest()));
            }
            LOG.error("The stored sketch of {} is not one of that article and is left out", id);
        } catch (SerializationException e) {
            LOG.error("The stored sketch of {} cannot be read and is left out", id, e);
        }
        return Optional.empty();
    }

    private static Sketch decoded(byte[] bytes) {
        if (!StoredSketch.isOne(bytes)) {
            return JSON.deserializer().deserialize(EnrichTopology.SKETCHES, bytes);
        }
        try {
            return StoredSketch.read(bytes);
        } catch (IllegalArgumentException e) {
            throw new SerializationException(e);
        }
    }

    /** Takes less time than the reading. */
    private static long digest(ValueAndTimestamp<byte[]> value) {
        byte[] arrived =
                ByteBuffer.allocate(Long.BYTES).putLong(value.timestamp()).array();
        return Digest64.of(value.value(), arrived) | 1;
    }
}
