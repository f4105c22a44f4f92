package io.copydesk.kit.folder;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Exclusive use of a folder by one holder in one process, by a lock on its file {@code lock}.
 *
 * <p>POSIX releases all locks of a process on a file as soon as the process closes any descriptor of that file (fcntl(2)).
 * So the folders that this process holds are known by path, and the lock file of such a folder is never opened again.
 * Thread-safe.
 */
public final class FolderLock implements Closeable {

    private static final String FILE = "lock";

    /** Real paths of the folders that this process holds or is about to ask for. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Locks an existing folder; its lock file is created when missing.
     *
     * @return {@code null} when the folder is held, in this process or another
     */
    public static @Nullable FolderLock tryAcquire(Path folder) throws IOException {
        return tryAcquire(folder, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /**
     * Locks a folder that a process left behind without its lock.
     *
     * @return {@code null} when the folder is held, has no lock file or is gone
     */
    public static @Nullable FolderLock tryAcquireAbandoned(Path folder) throws IOException {
        try {
            FolderLock lock = tryAcquire(folder, StandardOpenOption.WRITE);
            if (lock != null && !Files.exists(folder.resolve(FILE))) {
                // Its holder removed the folder between our opening and our locking the file.
                lock.close();
                return null;
            }
            return lock;
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** Locks a folder that was just created: no other process sees a lock file that is not locked yet. */
    public static FolderLock acquireNew(Path folder) throws IOException {
        Path real = folder.toRealPath();
        Path hidden = real.resolve(FILE + ".new");
        HELD.add(real);
        FileChannel channel = null;
        try {
            channel = FileChannel.open(hidden, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw new IOException("cannot lock " + hidden);
            }
            Files.move(hidden, real.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
            return new FolderLock(real, channel);
        } catch (IOException e) {
            release(real, channel);
            throw e;
        }
    }

    /** Whether a process holds the folder. */
    public static boolean isHeld(Path folder) throws IOException {
        if (!Files.isRegularFile(folder.resolve(FILE))) {
            return false;
        }
        try (FolderLock lock = tryAcquire(folder, StandardOpenOption.WRITE)) {
            return lock == null;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static @Nullable FolderLock tryAcquire(Path folder, StandardOpenOption... options) throws IOException {
        Path real = folder.toRealPath();
        if (!HELD.add(real)) {
            return null;
        }
        FileChannel channel = null;
        boolean locked = false;
        try {
            channel = FileChannel.open(real.resolve(FILE), options);
            FileLock lock = channel.tryLock();
            locked = lock != null;
            return locked ? new FolderLock(real, channel) : null;
        } finally {
            if (!locked) {
                release(real, channel);
            }
        }
    }

    private static void release(Path real, @Nullable FileChannel channel) throws IOException {
        try {
            if (channel != null) {
                channel.close();
            }
        } finally {
            HELD.remove(real);
        }
    }

    /** Whether {@code file} is the lock file of the folder. */
    public boolean isFile(Path file) {
        return file.equals(folder.resolve(FILE));
    }

    /** Removes the lock file; the lock is still held. */
    public void removeFile() throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }

    @Override
    public void close() throws IOException {
        release(folder, channel);
    }
}
