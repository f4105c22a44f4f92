package io.copydesk.enrich;

import io.copydesk.enrich.SketchStore.Difference;
import io.copydesk.enrich.SketchStore.Entry;
import io.copydesk.enrich.decide.Decider;
import io.copydesk.enrich.decide.DeciderSnapshot;
import io.copydesk.enrich.decide.DeciderUpdate;
import io.copydesk.enrich.decide.NotedDigests;
import io.copydesk.enrich.memory.ByteBlocks;
import io.copydesk.enrich.sketch.Fingerprint;
import io.copydesk.enrich.sketch.Sketch;
import io.copydesk.enrich.snapshot.ChangelogMark;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
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

    /** A longer end of the changelog takes longer to read than the store. Each transaction ends with a record of its own. */
    private static final long MAX_RECORDS_PER_SKETCH = 2;

    private static final Comparator<Entry> ORDER =
            Comparator.comparing(entry -> entry.sketch().fingerprint(), Fingerprint.ORDER);

    /**
     * A decider as of now.
     *
     * @param changes how many articles are otherwise in the file that it was read from
     * @param marked whether the changelog's end told what those are
     * @param isFromFile whether there is such a file
     */
    record Restored(DeciderSnapshot state, int changes, boolean marked, boolean isFromFile) {}

    private final List<Entry> entries;
    private final Function<String, @Nullable Sketch> latest;
    private final ByteBlocks.Source memory;
    private final Set<String> excluded = new HashSet<>();

    private RestoredDecider(List<Entry> entries, Function<String, @Nullable Sketch> latest, ByteBlocks.Source memory) {
        this.entries = entries;
        this.latest = latest;
        this.memory = memory;
    }

    /**
     * The decider that all of {@code stored} leads to, and the digests of what it was given.
     *
     * @param latest what the decider reads sketches with
     * @param file where a decider of an earlier time is, if there is one
     * @param sources readings of it, of which the first that is of use is taken
     * @param changelog of {@code stored}, which has no writes that are not committed; else {@link SketchChangelog#NONE}
     */
    static Restored from(
            SketchStore stored,
            Function<String, @Nullable Sketch> latest,
            Path file,
            List<Supplier<SnapshotReading>> sources,
            SketchChangelog changelog) {
        for (Supplier<SnapshotReading> source : sources) {
            Restored restored = upToDate(stored, latest, source.get(), changelog);
            if (restored != null) {
                return restored;
            }
        }
        long begun = System.nanoTime();
        List<Entry> entries = stored.all();
        entries.sort(ORDER);
        RestoredDecider builder = new RestoredDecider(entries, latest, ByteBlocks.in(DecisionSnapshots.folderOf(file)));
        Restored restored =
                new Restored(new DeciderSnapshot(builder.build(), builder.decided()), entries.size(), false, false);
        LOG.info("decided on {} stored sketches in {} ms", entries.size(), millis(begun, System.nanoTime()));
        return restored;
    }

    /** {@code null} when there is no snapshot, or none that is of use. */
    private static @Nullable Restored upToDate(
            SketchStore stored,
            Function<String, @Nullable Sketch> latest,
            SnapshotReading reading,
            SketchChangelog changelog) {
        try {
            DeciderSnapshot.Opened opened = reading.opened();
            if (opened == null) {
                LOG.info("{} was written with other rules", reading.file());
                return null;
            }
            return upToDate(stored, latest, opened, reading, changelog);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} is of no use", reading.file(), e);
            return null;
        }
    }

    private static @Nullable Restored upToDate(
            SketchStore stored,
            Function<String, @Nullable Sketch> latest,
            DeciderSnapshot.Opened file,
            SnapshotReading reading,
            SketchChangelog changelog)
            throws IOException {
        long begun = System.nanoTime();
        int noted = file.decided().size();
        Set<String> written = written(file, changelog);
        Difference difference =
                written == null ? stored.difference(file.decided()) : stored.difference(file.decided(), written);
        long compared = System.nanoTime();
        DeciderSnapshot snapshot = new DeciderSnapshot(reading.decider(latest), file.decided());
        Decider decider = snapshot.decider();
        long read = System.nanoTime();
        List<Entry> changed = difference.changed();
        if (changed.size() > difference.unchanged()) {
            LOG.info("{} has {} of {} sketches only", reading.file(), difference.unchanged(), noted + changed.size());
            return null;
        }
        List<Fingerprint> removed = decider.articles()
                .filter(article -> difference.isAbsent().test(article.id()))
                .sorted(Fingerprint.ORDER.reversed())
                .toList();
        DeciderUpdate update = new DeciderUpdate(decider);
        for (Fingerprint article : removed) {
            update.remove(article.id());
            snapshot.decided().forget(article.id());
        }
        changed.sort(ORDER);
        for (Entry entry : changed) {
            update.put(entry.sketch(), entry.arrived());
            snapshot.decided().note(entry.sketch().id(), entry.digest());
        }
        update.finish((id, cause) -> {
            throw cause;
        });
        LOG.info(
                "compared the store with the snapshot in {} ms, read {} decisions in {} ms more, decided on {} stored sketches in {} ms",
                millis(begun, compared),
                noted,
                millis(compared, read),
                changed.size(),
                millis(read, System.nanoTime()));
        return new Restored(snapshot, changed.size() + removed.size(), written != null, true);
    }

    /** The ids whose sketches were written since the file; {@code null} when any may have been. */
    private static @Nullable Set<String> written(DeciderSnapshot.Opened file, SketchChangelog changelog) {
        ChangelogMark mark = file.mark();
        Set<String> written = mark == null
                ? null
                : changelog.since(mark, MAX_RECORDS_PER_SKETCH * file.decided().size());
        LOG.info(
                written == null
                        ? "compare all stored sketches: the changelog does not tell what was written since the snapshot"
                        : "the changelog tells what was written since the snapshot");
        return written;
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
        Decider decider = new Decider(latest, memory);
        DeciderUpdate update = new DeciderUpdate(decider);
        for (Entry entry : entries) {
            String id = entry.sketch().id();
            if (!excluded.contains(id)) {
                try {
                    update.put(entry.sketch(), entry.arrived());
                } catch (RuntimeException e) {
                    exclude(id, e);
                    if (mayRestart) {
                        return null;
                    }
                }
            }
        }
        update.finish(this::exclude);
        return decider;
    }

    private void exclude(String id, RuntimeException cause) {
        LOG.error("The stored sketch of {} cannot be decided on and is left out", id, cause);
        excluded.add(id);
    }
}
