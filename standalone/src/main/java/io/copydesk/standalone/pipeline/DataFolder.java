package io.copydesk.standalone.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder in which the embedded broker and the services keep their data, held by one process at a time. A temporary one
 * is removed on close; one that a killed process left behind is removed by the next.
 */
public final class DataFolder implements AutoCloseable {

    private static final String ADDRESS = "broker.address";
    private static final String TEMPORARY = "copydesk-run-";

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;
    private final boolean temporary;

    private DataFolder(Path path, FileChannel channel, FileLock lock, boolean temporary) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
        this.temporary = temporary;
    }

    /**
     * Takes hold of {@code path}, which is created when missing.
     *
     * @throws UsageException when it cannot be written or another process holds it
     */
    public static DataFolder open(Path path) {
        return hold(path, false);
    }

    /** A new folder that lasts as long as this object. */
    public static DataFolder temporary() {
        try {
            removeAbandoned();
            return hold(Files.createTempDirectory(TEMPORARY), true);
        } catch (IOException e) {
            throw new UsageException("cannot create a temporary folder: " + e.getMessage());
        }
    }

    /** Where the broker of the process that holds {@code path} listens; empty when nobody holds it. */
    static Optional<String> address(Path path) {
        DataFolder held = Files.isDirectory(path) ? tryHold(path, false) : null;
        if (held != null || !Files.exists(path.resolve(ADDRESS))) {
            if (held != null) {
                held.close();
            }
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(path.resolve(ADDRESS)).strip());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** Tells other processes where this one's broker listens. */
    void announce(String address) {
        try {
            Files.writeString(path.resolve(ADDRESS), address);
        } catch (IOException e) {
            throw new UsageException("cannot write to the data folder " + path + ": " + e.getMessage());
        }
    }

    /** The broker's logs. */
    public Path broker() {
        return path.resolve("broker");
    }

    /** The services' state stores. */
    public Path state() {
        return path.resolve("state");
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path.resolve(ADDRESS));
            lock.release();
            channel.close();
            if (temporary) {
                delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clean up " + path, e);
        }
    }

    private static DataFolder hold(Path path, boolean temporary) {
        DataFolder held = tryHold(path, temporary);
        if (held == null) {
            throw new UsageException("the data folder " + path + " is in use by another copydesk; stop that one or name"
                    + " another with --data");
        }
        return held;
    }

    private static DataFolder tryHold(Path path, boolean temporary) {
        try {
            Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                return null;
            }
            return new DataFolder(path, channel, lock, temporary);
        } catch (IOException e) {
            throw new UsageException("cannot write to the data folder " + path + ": " + e.getMessage());
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    private static void removeAbandoned() throws IOException {
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        try (Stream<Path> folders = Files.list(parent)) {
            for (Path folder : folders.filter(DataFolder::ours).toList()) {
                DataFolder abandoned = tryHold(folder, true);
                if (abandoned != null) {
                    abandoned.close();
                }
            }
        }
    }

    /** Only folders whose lock file stands there: one that is just being made has none yet. */
    private static boolean ours(Path folder) {
        return folder.getFileName().toString().startsWith(TEMPORARY)
                && Files.isWritable(folder)
                && Files.isRegularFile(folder.resolve("lock"));
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
