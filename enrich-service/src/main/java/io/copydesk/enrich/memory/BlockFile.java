package io.copydesk.enrich.memory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** A file of pieces that are mapped into memory; they stay mapped when the file is deleted. For one thread. */
public final class BlockFile {

    private static final String PREFIX = "decisions";
    private static final String SUFFIX = ".blocks";

    private final FileChannel channel;
    private final Path path;

    private BlockFile(FileChannel channel, Path path) {
        this.channel = channel;
        this.path = path;
    }

    /** A new file in a folder, which is made if there is none. */
    static BlockFile create(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path path = Files.createTempFile(folder, PREFIX, SUFFIX);
        return open(folder, path.getFileName().toString());
    }

    /**
     * A file that was created before.
     *
     * @throws NoSuchFileException when it is not there
     */
    static BlockFile open(Path folder, String name) throws IOException {
        Path path = folder.resolve(name);
        return new BlockFile(FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE), path);
    }

    /** Deletes all files of blocks in a folder but these. */
    public static void deleteOthers(Path folder, Set<String> names) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            for (Path file : files) {
                if (!names.contains(file.getFileName().toString())) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    String name() {
        return path.getFileName().toString();
    }

    /** Maps a piece that has been added before. */
    ByteBuffer map(int number, int bytes) throws IOException {
        long from = (long) number * bytes;
        if (channel.size() < from + bytes) {
            throw new IOException("the file of blocks " + name() + " is shorter than it was");
        }
        return channel.map(FileChannel.MapMode.READ_WRITE, from, bytes);
    }

    /**
     * Adds a piece of zeros. A full disk is an exception here, and no fault at a later access.
     *
     * @throws FileSystemException when there is no room, or the file cannot be written for another reason
     */
    ByteBuffer add(int number, int bytes) throws FileSystemException {
        long from = (long) number * bytes;
        ByteBuffer zeros = ByteBuffer.allocate(bytes);
        try {
            while (zeros.hasRemaining()) {
                channel.write(zeros, from + zeros.position());
            }
            return channel.map(FileChannel.MapMode.READ_WRITE, from, bytes);
        } catch (IOException e) {
            FileSystemException named = new FileSystemException(path.toString(), null, e.getMessage());
            named.initCause(e);
            throw named;
        }
    }
}
