package io.copydesk.kit.folder;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;

/**
 * A new folder in the one for temporary files, which is removed on close; one that a killed process left behind is removed when
 * the next of the same prefix is created. Thread-safe.
 */
public final class TemporaryFolder implements Closeable {

    private final Path path;
    private final FolderLock lock;

    private TemporaryFolder(Path path, FolderLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Creates one.
     *
     * @param prefix what its name, and that of all folders of its kind, begins with
     * @throws IOException when there is no room, or no permission
     */
    public static TemporaryFolder create(String prefix) throws IOException {
        removeAbandoned(prefix);
        Path path = Files.createTempDirectory(prefix);
        return new TemporaryFolder(path, FolderLock.acquireNew(path));
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            remove(path, lock);
        }
    }

    /** Best effort: what cannot be removed now, such as another user's folder, is left to its owner. */
    private static void removeAbandoned(String prefix) {
        try (Stream<Path> folders = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            folders.filter(folder -> folder.getFileName().toString().startsWith(prefix))
                    .filter(Files::isWritable)
                    .forEach(TemporaryFolder::removeIfAbandoned);
        } catch (IOException | UncheckedIOException e) {
            // The next run tries again.
        }
    }

    private static void removeIfAbandoned(Path folder) {
        try (FolderLock abandoned = FolderLock.tryAcquireAbandoned(folder)) {
            if (abandoned != null) {
                remove(folder, abandoned);
            }
        } catch (IOException e) {
            // The next run tries again.
        }
    }

    /** The lock file goes last, so that the folder is held or has no lock file at any moment. */
    private static void remove(Path folder, FolderLock lock) throws IOException {
        Path root = folder.toRealPath();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!lock.isFile(file)) {
                    Files.deleteIfExists(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                if (directory.equals(root)) {
                    lock.removeFile();
                }
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
