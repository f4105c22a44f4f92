package io.copydesk.enrich;

import io.copydesk.enrich.copy.CopyLog;
import io.copydesk.enrich.copy.CopyUpload;
import io.copydesk.enrich.decide.DeciderSnapshot;
import io.copydesk.kit.failure.FailureText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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

    /** The last snapshot and the files that it refers to. */
    private List<Path> files = List.of();

    private int articles;

    /** Whether they may be others than were copied last. */
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

    /** The task goes on from a snapshot, which its last process may not have copied: there is time for that. */
    void started(Path file, DeciderSnapshot state) {
        written(file, state);
        due = System.nanoTime() + pause;
    }

    /** A snapshot of the state has taken the place of the last one. */
    void written(Path file, DeciderSnapshot state) {
        files = state.files(file);
        articles = state.decided().size();
        isWaiting = true;
    }

    boolean isUnderWay() {
        return running != null && running.isAlive();
    }

    /** Begins to copy the last snapshot if it was not, and if it is time to. */
    void copyIfDue() {
        if (!isWaiting || log == CopyLog.NONE || articles < least || System.nanoTime() - due < 0 || isUnderWay()) {
            return;
        }
        due = System.nanoTime() + pause;
        isWaiting = false;
        int copied = articles;
        try {
            CopyUpload upload = CopyUpload.of(DeciderSnapshot.form(), files);
            Thread thread = new Thread(() -> copy(upload, copied), "decider-copy");
            thread.setDaemon(true);
            thread.start();
            running = thread;
        } catch (IOException e) {
            LOG.warn("Cannot copy {}; it is tried again", files, e);
            isWaiting = true;
        }
    }

    private void copy(CopyUpload upload, int copied) {
        long begun = System.nanoTime();
        try (upload) {
            long bytes = upload.send(log, SnapshotCopies::rest);
            LOG.info(
                    "copied the decisions on {} articles, {} MB that had changed, in {} ms",
                    copied,
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
