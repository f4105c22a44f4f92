package io.copydesk.enrich;

import io.copydesk.enrich.SketchStore.Entry;
import io.copydesk.enrich.decide.Decider;
import io.copydesk.enrich.decide.DeciderBuilder;
import io.copydesk.enrich.decide.DeciderSnapshot;
import io.copydesk.enrich.decide.NotedDigests;
import io.copydesk.enrich.sketch.Fingerprint;
import io.copydesk.enrich.sketch.Sketch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds a {@link Decider} from the stored sketches, or brings one that was written to a file up to date with them. An entry that
 * cannot be read, or that the decider fails on, is left out and logged: its article has no part in decisions until its next version,
 * and the start goes on.
 */
final class RestoredDecider {

    private static final Logger LOG = LoggerFactory.getLogger(RestoredDecider.class);

    /** After so many, a failing entry no longer restarts the build: a start must end even if every entry fails. */
    private static final int MAX_RESTARTS = 10;

    private static final Comparator<Entry> ORDER =
            Comparator.comparing(entry -> entry.sketch().fingerprint(), Fingerprint.ORDER);

    private final List<Entry> entries;
    private final Function<String, @Nullable Sketch> latest;
    private final Set<String> excluded = new HashSet<>();

    private RestoredDecider(List<Entry> entries, Function<String, @Nullable Sketch> latest) {
        this.entries = entries;
        this.latest = latest;
    }

    /**
     * The decider that all of {@code stored} leads to, and the digests of what it was given.
     *
     * @param latest what the decider reads sketches with
     * @param snapshot file of a decider of an earlier time, if there is one
     */
    static DeciderSnapshot from(SketchStore stored, Function<String, @Nullable Sketch> latest, Path snapshot) {
        long begun = System.nanoTime();
        DeciderSnapshot restored = upToDate(stored, latest, snapshot);
        if (restored == null) {
            List<Entry> entries = stored.all();
            entries.sort(ORDER);
            RestoredDecider builder = new RestoredDecider(entries, latest);
            restored = new DeciderSnapshot(builder.build(), builder.decided());
            LOG.info("decided on {} stored sketches in {} ms", entries.size(), millis(begun, System.nanoTime()));
        }
        return restored;
    }

    /** {@code null} when there is no snapshot, or none that is of use. */
    private static @Nullable DeciderSnapshot upToDate(
            SketchStore stored, Function<String, @Nullable Sketch> latest, Path file) {
        try (DeciderSnapshot.Opened opened = DeciderSnapshot.open(file)) {
            if (opened == null) {
                LOG.info("{} was written with other rules, and all sketches are decided on again", file);
                return null;
            }
            return upToDate(stored, latest, opened);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} is of no use, and all sketches are decided on again", file, e);
            return null;
        }
    }

    private static @Nullable DeciderSnapshot upToDate(
            SketchStore stored, Function<String, @Nullable Sketch> latest, DeciderSnapshot.Opened file) {
        long begun = System.nanoTime();
        CompletableFuture<Decider> reading = CompletableFuture.supplyAsync(() -> read(file, latest));
        Set<String> known = new HashSet<>();
        List<Entry> changed = stored.changedSince(file.decided(), known::add);
        long compared = System.nanoTime();
        DeciderSnapshot snapshot = new DeciderSnapshot(reading.join(), file.decided());
        Decider decider = snapshot.decider();
        long read = System.nanoTime();
        if (changed.size() > known.size()) {
            return null;
        }
        changed.forEach(entry -> known.add(entry.sketch().id()));
        List<Fingerprint> removed = decider.articles()
                .filter(article -> !known.contains(article.id()))
                .sorted(Fingerprint.ORDER.reversed())
                .toList();
        for (Fingerprint article : removed) {
            decider.remove(article.id());
            snapshot.decided().forget(article.id());
        }
        changed.sort(ORDER);
        for (Entry entry : changed) {
            decider.put(entry.sketch(), entry.arrived());
            snapshot.decided().note(entry.sketch().id(), entry.digest());
        }
        LOG.info(
                "compared the store with the snapshot in {} ms, read {} decisions in {} ms more, decided on {} stored sketches in {} ms",
                millis(begun, compared),
                known.size(),
                millis(compared, read),
                changed.size(),
                millis(read, System.nanoTime()));
        return snapshot;
    }

    private static Decider read(DeciderSnapshot.Opened file, Function<String, @Nullable Sketch> latest) {
        try {
            return file.decider(latest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long millis(long begun, long ended) {
        return (ended - begun) / 1_000_000;
    }

    private NotedDigests decided() {
        NotedDigests decided = new NotedDigests();
        entries.stream()
                .filter(entry -> !excluded.contains(entry.sketch().id()))
                .forEach(entry -> decided.note(entry.sketch().id(), entry.digest()));
        return decided;
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
