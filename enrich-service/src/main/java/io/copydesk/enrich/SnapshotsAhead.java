package io.copydesk.enrich;

import io.copydesk.enrich.copy.CopyLog;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the files of deciders while a service starts, when a processor has nothing to do: before it is known whether this instance is
 * given the task that wrote them. Safe for use by several threads.
 */
final class SnapshotsAhead {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotsAhead.class);

    /** What no task has asked for by then is another instance's, and its memory is given back. */
    private static final int KEPT_MINUTES = 5;

    private final Map<Path, SnapshotReading> readings = new ConcurrentHashMap<>();

    /** Reads nothing ahead. */
    static SnapshotsAhead none() {
        return new SnapshotsAhead();
    }

    /**
     * Begins to read those in the state folder of an application.
     *
     * @param application has a folder for each task; it need not exist
     */
    static SnapshotsAhead in(Path application) {
        SnapshotsAhead ahead = new SnapshotsAhead();
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(application)) {
            for (Path task : tasks) {
                Path file = key(DecisionSnapshots.fileIn(task));
                if (Files.exists(file)) {
                    ahead.readings.put(file, SnapshotReading.begin(file));
                }
            }
        } catch (NoSuchFileException e) {
            LOG.debug("no state in {}", application);
        } catch (IOException e) {
            LOG.warn("Cannot list {}; the start takes longer", application, e);
        }
        if (!ahead.readings.isEmpty()) {
            CompletableFuture.delayedExecutor(KEPT_MINUTES, TimeUnit.MINUTES).execute(ahead.readings::clear);
        }
        return ahead;
    }

    /** Begins to take a file that is not there from a copy. */
    void download(Path file, CopyLog copies) {
        SnapshotReading reading = SnapshotReading.begin(file, copies);
        readings.put(key(file), reading);
        Executor later = CompletableFuture.delayedExecutor(KEPT_MINUTES, TimeUnit.MINUTES);
        reading.whenOpened(() -> later.execute(() -> readings.remove(key(file), reading)));
    }

    /** Ends the reading of a file that no task has asked for. */
    void abandon(Path file) {
        SnapshotReading begun = readings.remove(key(file));
        if (begun != null) {
            begun.abandon();
        }
    }

    /** The file's reading, which has begun now or before; one that has begun before is given out once. */
    SnapshotReading of(Path file) {
        SnapshotReading begun = readings.remove(key(file));
        return begun == null ? SnapshotReading.begin(file) : begun;
    }

    private static Path key(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
