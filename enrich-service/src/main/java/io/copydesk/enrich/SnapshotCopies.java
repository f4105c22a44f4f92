package io.copydesk.enrich;

import io.copydesk.enrich.copy.CopyLog;
import io.copydesk.enrich.copy.CopyUpload;
import io.copydesk.enrich.decide.DeciderSnapshot;
import io.copydesk.kit.failure.FailureText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies the snapshots of a task to the cluster, one at a time on a thread of its own, for a start that has lost them. While one {@linkplain
 * #isUnderWay is under way} no other may be written, as what it refers to may change then. For one thread.
 */
final class SnapshotCopies {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotCopies.class);

    /** At most: a copy takes a small part of a processor and of a network. */
    private static final long BYTES_PER_SECOND = 32 << 20;

    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final CopyLog log;
    private final int least;
    private final long pause;
    private long due = System.nanoTime();
    private @Nullable Thread running;

    /** Whether the file may be another one than was copied last. */
    private volatile boolean isWaiting;

    /**
     * Copies nothing yet.
     *
     * @param least articles of a snapshot that is copied
     * @param pause at least between the beginnings of two copies
     */
    SnapshotCopies(CopyLog log, int least, Duration pause) {
        this.log = log;
        this.least = least;
        this.pause = pause.toNanos();
    }

    /** The task goes on from a file, which its last process may not have copied, or from none. */
    void started(boolean isFromFile) {
        isWaiting = isFromFile;
        due = System.nanoTime() + (isFromFile ? pause : 0);
    }

    /** A snapshot has taken the place of the last one. */
    void written() {
        isWaiting = true;
    }

    boolean isUnderWay() {
        return running != null && running.isAlive();
    }

    /**
     * Begins to copy the snapshot if it was not, and if it is time to.
     *
     * @param file the last snapshot
     * @param state its files are those that it refers to
     */
    void copyIfDue(Path file, DeciderSnapshot state) {
        if (!isWaiting
                || log == CopyLog.NONE
                || state.decided().size() < least
                || System.nanoTime() - due < 0
                || isUnderWay()) {
            return;
        }
        due = System.nanoTime() + pause;
        isWaiting = false;
        List<Path> files = new ArrayList<>(List.of(file));
        state.files().stream().sorted().map(file::resolveSibling).forEach(files::add);
        int articles = state.decided().size();
        try {
            CopyUpload upload = CopyUpload.of(DeciderSnapshot.form(), files);
            Thread thread = new Thread(() -> copy(upload, articles), "decider-copy");
            thread.setDaemon(true);
            thread.start();
            running = thread;
        } catch (IOException e) {
            LOG.warn("Cannot copy {}; it is tried again", file, e);
            isWaiting = true;
        }
    }

    private void copy(CopyUpload upload, int articles) {
        long begun = System.nanoTime();
        try (upload) {
            long bytes = upload.send(log, SnapshotCopies::rest);
            LOG.info(
                    "copied the decisions on {} articles, {} MB that had changed, in {} ms",
                    articles,
                    bytes >> 20,
                    (System.nanoTime() - begun) / 1_000_000);
        } catch (InterruptedException e) {
            LOG.info("the copy of the decisions was ended");
        } catch (IOException | RuntimeException e) {
            isWaiting = true;
            if (!Thread.currentThread().isInterrupted()) {
                LOG.warn("Cannot copy the decisions; it is tried again: {}", FailureText.of(e));
            }
        }
    }

    private static void rest(long bytes) throws InterruptedException {
        Thread.sleep(bytes * 1_000 / BYTES_PER_SECOND);
    }

    /** Ends a copy that is under way, which is then none. */
    void close() {
        Thread thread = running;
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(CLOSE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
