package io.copydesk.enrich;

import io.copydesk.enrich.decide.DeciderSnapshot;
import io.copydesk.enrich.snapshot.ChangelogMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the state of the decisions to a file from time to time, so that a start does not have to decide on all sketches again. The
 * file is a cache: what the changelog has after the file's {@linkplain ChangelogMark mark}, or the whole store, is compared with it at
 * each start, and it may be lost at any time. For one thread.
 */
final class DecisionSnapshots {

    /** Share of all articles, in percent, that change between two files: what is written for each change is bounded by it. */
    static final int SHARE = 3;

    private static final Logger LOG = LoggerFactory.getLogger(DecisionSnapshots.class);
    private static final String NAME = "decisions.snapshot";

    private final Path file;
    private final int least;
    private final SketchStore sketches;
    private final SketchChangelog changelog;
    private final SnapshotCopies copies;
    private int articles;
    private int changes;

    /** Whether the file has a mark: then the next start takes as long with it as with one that is written now. */
    private boolean marked;

    /**
     * At this place.
     *
     * @param least changes between two files
     * @param changelog of {@code sketches}
     */
    DecisionSnapshots(Path file, int least, SketchStore sketches, SketchChangelog changelog, SnapshotCopies copies) {
        this.file = file;
        this.copies = copies;
        this.least = least;
        this.sketches = sketches;
        this.changelog = changelog;
    }

    /** Where the file of a task with this folder is. */
    static Path fileIn(Path folder) {
        return folder.resolve(NAME);
    }

    /** The folder of the task that a file is of. */
    static Path folderOf(Path file) {
        return Objects.requireNonNull(file.getParent(), "a file is in the folder of its task");
    }

    /** What the task starts with, which may differ from the file. */
    void started(RestoredDecider.Restored restored) {
        articles = restored.state().decided().size();
        changes = restored.changes();
        marked = restored.marked();
        if (restored.isFromFile()) {
            copies.started(file, restored.state());
        }
    }

    /** An article changed, and the transaction with it may still be aborted. */
    void changed(DeciderSnapshot state) {
        changes++;
        if (changes >= least && changes * 100L >= (long) articles * SHARE && !copies.isUnderWay()) {
            ChangelogMark mark = changelog.mark();
            if (mark != null) {
                sketches.mark(mark);
            }
            write(state, mark);
        }
        copies.copyIfDue();
    }

    /**
     * To be called before the task is closed. What is written to a store then may be of no transaction, so no mark can be made.
     *
     * @param state of the task; {@code null} when it has none, after a failure
     */
    void close(@Nullable DeciderSnapshot state) {
        copies.close();
        if (state != null && changes > 0 && !marked) {
            write(state, null);
        }
    }

    private void write(DeciderSnapshot state, @Nullable ChangelogMark mark) {
        try {
            Files.createDirectories(folderOf(file)); // Kafka Streams makes none for stores in memory
            state.write(file, mark);
            marked = mark != null;
            articles = state.decided().size();
            copies.written(file, state);
        } catch (IOException e) {
            LOG.warn("Cannot write {}; the next start takes longer", file, e);
        }
        changes = 0;
    }
}
