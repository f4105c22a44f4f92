package io.copydesk.enrich;

import io.copydesk.enrich.decide.DeciderSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the state of the decisions to a file from time to time, so that a start does not have to decide on all sketches again. The
 * file is a cache: the sketches in the store are compared with it at each start, and it may be lost at any time. For one thread.
 */
final class DecisionSnapshots {

    /** Share of all articles, in percent, that change between two files: what is written for each change is bounded by it. */
    static final int SHARE = 3;

    private static final Logger LOG = LoggerFactory.getLogger(DecisionSnapshots.class);
    private static final String NAME = "decisions.snapshot";

    private final Path file;
    private final int least;
    private int articles;
    private int changes;

    /**
     * In this folder.
     *
     * @param least changes between two files
     */
    DecisionSnapshots(Path folder, int least) {
        this.file = folder.resolve(NAME);
        this.least = least;
    }

    Path file() {
        return file;
    }

    /** An article changed, and the transaction with it may still be aborted. */
    void changed(DeciderSnapshot state) {
        changes++;
        if (changes >= least && changes * 100L >= (long) articles * SHARE) {
            write(state);
        }
    }

    /** To be called before the task is closed. */
    void close(DeciderSnapshot state) {
        if (changes > 0) {
            write(state);
        }
    }

    private void write(DeciderSnapshot state) {
        try {
            Files.createDirectories(file.getParent()); // Kafka Streams makes none for stores in memory
            state.write(file);
            articles = state.decided().size();
        } catch (IOException e) {
            LOG.warn("Cannot write {}; the next start takes longer", file, e);
        }
        changes = 0;
    }
}
