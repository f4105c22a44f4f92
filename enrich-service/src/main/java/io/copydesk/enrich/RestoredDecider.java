package io.copydesk.enrich;

import io.copydesk.enrich.decide.Decider;
import io.copydesk.enrich.sketch.Sketch;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds a {@link Decider} from the stored sketches. An entry that cannot be read, or that the decider fails on, is left out and
 * logged: its article has no part in decisions until its next version, and the start goes on.
 */
final class RestoredDecider {

    private static final Logger LOG = LoggerFactory.getLogger(RestoredDecider.class);

    /** After so many, a failing entry no longer restarts the build: a start must end even if every entry fails. */
    private static final int MAX_RESTARTS = 10;

    private final TimestampedKeyValueStore<String, Sketch> stored;
    private final Function<String, @Nullable Sketch> latest;
    private final Set<String> excluded = new HashSet<>();
    private int entries;

    private RestoredDecider(
            TimestampedKeyValueStore<String, Sketch> stored, Function<String, @Nullable Sketch> latest) {
        this.stored = stored;
        this.latest = latest;
    }

    /**
     * The decider that all of {@code stored} leads to.
     *
     * @param latest what the decider reads sketches with
     */
    static Decider from(TimestampedKeyValueStore<String, Sketch> stored, Function<String, @Nullable Sketch> latest) {
        long begun = System.nanoTime();
        RestoredDecider restored = new RestoredDecider(stored, latest);
        Optional<Decider> built = Optional.empty();
        while (built.isEmpty()) {
            built = restored.build();
        }
        LOG.info("decided on {} stored sketches in {} ms", restored.entries, (System.nanoTime() - begun) / 1_000_000);
        return built.get();
    }

    /** Empty when an entry failed: it is excluded now, and the decider that it may have changed in part is discarded. */
    private Optional<Decider> build() {
        Decider decider = new Decider(latest);
        entries = 0;
        try (KeyValueIterator<String, ValueAndTimestamp<Sketch>> all = stored.all()) {
            while (all.hasNext()) {
                String id = all.peekNextKey();
                entries++;
                if (!put(decider, id, all) && excluded.size() <= MAX_RESTARTS) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(decider);
    }

    /** False when the decider failed on this entry, which was not known before. */
    private boolean put(Decider decider, String id, KeyValueIterator<String, ValueAndTimestamp<Sketch>> all) {
        ValueAndTimestamp<Sketch> entry;
        try {
            entry = all.next().value;
        } catch (SerializationException e) {
            LOG.error("The stored sketch of {} cannot be read and is left out", id, e);
            return true;
        }
        if (excluded.contains(id)) {
            return true;
        }
        try {
            decider.put(entry.value(), entry.timestamp());
            return true;
        } catch (RuntimeException e) {
            LOG.error("The stored sketch of {} cannot be decided on and is left out", id, e);
            excluded.add(id);
            return false;
        }
    }
}
