package io.copydesk.kit.folder;

import io.copydesk.kit.failure.FailureText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder for the local state of one process. Replicas of a service may share a volume: the first takes the folder itself, the
 * next {@code replica-2} in it, and so on. A process that is started again takes the first that is free, so state is found again
 * whichever replica it was of.
 *
 * <p>The id of the instance in its consumer group is in this folder, and two live members with one id would expel each other.
 */
public final class StateFolder implements AutoCloseable {

    /** More replicas than any topic has partitions by default; a sign that locks do not work on this file system. */
    private static final int MAX_REPLICAS = 100;

    private final Path path;
    private final FolderLock lock;

    private StateFolder(Path path, FolderLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Takes the first folder in {@code base} that no process holds; it is created when missing.
     *
     * @throws UncheckedIOException when the folder cannot be written, or more than {@value #MAX_REPLICAS} are held
     */
    public static StateFolder claim(Path base) {
        try {
            for (int replica = 1; replica <= MAX_REPLICAS; replica++) {
                Path folder = replica == 1 ? base : base.resolve("replica-" + replica);
                Files.createDirectories(folder);
                FolderLock lock = FolderLock.tryAcquire(folder);
                if (lock != null) {
                    return new StateFolder(folder, lock);
                }
            }
            throw new IOException(MAX_REPLICAS + " processes keep their state there already");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep state in " + base + ": " + FailureText.of(e), e);
        }
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Leaves the folder to the next process. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
