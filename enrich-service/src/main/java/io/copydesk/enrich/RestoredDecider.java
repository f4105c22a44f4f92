package io.copydesk.enrich;

import io.copydesk.enrich.SketchStore.Entry;
import io.copydesk.enrich.decide.Decider;
import io.copydesk.enrich.decide.DeciderBuilder;
import io.copydesk.enrich.sketch.Fingerprint;
import io.copydesk.enrich.sketch.Sketch;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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

    private final List<Entry> entries;
    private final Function<String, @Nullable Sketch> latest;
    private final Set<String> excluded = new HashSet<>();

    private RestoredDecider(List<Entry> entries, Function<String, @Nullable Sketch> latest) {
        this.entries = entries;
        this.latest = latest;
    }

    /**
     * The decider that all of {@code stored} leads to.
     *
     * @param latest what the decider reads sketches with
     */
    static Decider from(SketchStore stored, Function<String, @Nullable Sketch> latest) {
        long begun = System.nanoTime();
        List<Entry> entries = stored.all();
        entries.sort(Comparator.comparing(entry -> entry.sketch().fingerprint(), Fingerprint.ORDER));
        Decider decider = new RestoredDecider(entries, latest).build();
        LOG.info("decided on {} stored sketches in {} ms", entries.size(), (System.nanoTime() - begun) / 1_000_000);
        return decider;
    }

    /** Entries that failed are excluded, and the decider that they may have changed in part is discarded. */
    private Decider build() {
        for (int restarts = 0; ; restarts++) {
            int before = excluded.size();
            Decider built = attempt(restarts < MAX_RESTARTS);
            if (built != null && (excluded.size() == before || restarts >= MAX_RESTARTS)) {
                return built;
            }
        }
    }

    /** {@code null} when the decider failed on an entry and {@code mayRestart}. */
    private @Nullable Decider attempt(boolean mayRestart) {
        DeciderBuilder builder = new DeciderBuilder(latest);
        for (Entry entry : entries) {
            String id = entry.sketch().id();
            if (!excluded.contains(id)) {
                try {
                    builder.add(entry.sketch(), entry.arrived());
                } catch (RuntimeException e) {
                    exclude(id, e);
                    if (mayRestart) {
                        return null;
                    }
                }
            }
        }
        return builder.build(this::exclude);
    }

    private void exclude(String id, RuntimeException cause) {
        LOG.error("The stored sketch of {} cannot be decided on and is left out", id, cause);
        excluded.add(id);
    }
}
