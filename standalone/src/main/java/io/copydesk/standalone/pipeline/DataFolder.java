package io.copydesk.standalone.pipeline;

import io.copydesk.kit.failure.FailureText;
import io.copydesk.kit.folder.FolderLock;
import io.copydesk.kit.folder.TemporaryFolder;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * The folder in which the embedded broker and the services keep their data, held by one process at a time. A temporary one
 * is removed on close; one that a killed process left behind is removed by the next.
 */
public final class DataFolder implements AutoCloseable {

    private static final String BROKER = "broker";
    private static final String ADDRESS = "broker.address";
    private static final String TEMPORARY = "copydesk-run-";

    /** Another process holds the lock for a moment when it only asks whether the folder is in use. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private static final long PAUSE_NANOS = 10_000_000L;

    private final Path path;
    private final Closeable held;

    private DataFolder(Path path, Closeable held) {
        this.path = path;
        this.held = held;
    }

    /**
     * Holds {@code path}, which is created when missing.
     *
     * @throws UsageException when it cannot be written or is held already
     */
    public static DataFolder open(Path path) {
        if (Files.isRegularFile(path)) {
            throw new UsageException(path + " is a file; --data names a folder");
        }
        try {
            Files.createDirectories(path);
            long begun = System.nanoTime();
            FolderLock lock = FolderLock.tryAcquire(path);
            while (lock == null && System.nanoTime() - begun < PATIENCE.toNanos()) {
                LockSupport.parkNanos(PAUSE_NANOS);
                lock = FolderLock.tryAcquire(path);
            }
            if (lock == null) {
                throw new UsageException("the data folder " + path + " is in use by another copydesk; stop that one or"
                        + " name another with --data");
            }
            return new DataFolder(path, lock);
        } catch (IOException e) {
            throw new UsageException("cannot write to the data folder " + path + ": " + FailureText.of(e));
        }
    }

    /** A new folder that lasts as long as this object. */
    public static DataFolder temporary() {
        try {
            TemporaryFolder folder = TemporaryFolder.create(TEMPORARY);
            return new DataFolder(folder.path(), folder);
        } catch (IOException e) {
            throw new UsageException("cannot create a folder for temporary data: " + FailureText.of(e)
                    + "; name a folder that can be written with --data");
        }
    }

    /** Whether a broker has ever run on {@code path}. */
    static boolean isUsed(Path path) {
        return Files.isDirectory(path.resolve(BROKER));
    }

    /** Where the broker of the process that holds {@code path} listens; empty when no process holds it. */
    public static Optional<String> address(Path path) {
        try {
            return FolderLock.isHeld(path)
                    ? Optional.of(Files.readString(path.resolve(ADDRESS)).strip())
                    : Optional.empty();
        } catch (IOException notAnnounced) {
            return Optional.empty();
        }
    }

    /** Publishes where this process's broker listens to other processes. */
    void announce(String address) {
        try {
            Files.writeString(path.resolve(ADDRESS), address);
        } catch (IOException e) {
            throw new UsageException("cannot write to the data folder " + path + ": " + FailureText.of(e));
        }
    }

    /** The broker's logs. */
    public Path broker() {
        return path.resolve(BROKER);
    }

    /** The services' state stores. */
    public Path state() {
        return path.resolve("state");
    }

    @Override
    public void close() {
        try (held) {
            Files.deleteIfExists(path.resolve(ADDRESS));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clean up " + path, e);
        }
    }
}
