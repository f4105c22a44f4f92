package io.copydesk.enrich.snapshot;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Writes a file of values that ends in its checksum (CRC-32C, RFC 3720). The file appears under its name when it is whole. For one
 * thread.
 */
public final class SnapshotWriter implements Closeable {

    static final int BUFFER = 1 << 20;

    /** The length that stands for {@code null}. */
    static final int ABSENT = -1;

    private final Path file;
    private final Path unfinished;
    private final FileChannel out;
    private final CRC32C checksum = new CRC32C();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    private SnapshotWriter(Path file, Path unfinished, FileChannel out) {
        this.file = file;
        this.unfinished = unfinished;
        this.out = out;
    }

    /** Begins a file that takes the place of {@code file} when it is {@linkplain #finish finished}. */
    public static SnapshotWriter begin(Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        FileChannel out = FileChannel.open(
                unfinished, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        return new SnapshotWriter(file, unfinished, out);
    }

    public void putByte(int value) throws IOException {
        room(Byte.BYTES).put((byte) value);
    }

    public void putBoolean(boolean value) throws IOException {
        putByte(value ? 1 : 0);
    }

    public void putInt(int value) throws IOException {
        room(Integer.BYTES).putInt(value);
    }

    public void putLong(long value) throws IOException {
        room(Long.BYTES).putLong(value);
    }

    public void putDouble(double value) throws IOException {
        room(Double.BYTES).putDouble(value);
    }

    public void putBytes(byte[] value) throws IOException {
        putInt(value.length);
        int from = 0;
        while (from < value.length) {
            ByteBuffer room = room(1);
            int length = Math.min(room.remaining(), value.length - from);
            room.put(value, from, length);
            from += length;
        }
    }

    public void putText(@Nullable String value) throws IOException {
        if (value == null) {
            putInt(ABSENT);
        } else {
            putBytes(value.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Ends the file and gives it its name. */
    public void finish() throws IOException {
        flush();
        out.write(ByteBuffer.allocate(Long.BYTES).putLong(checksum.getValue()).flip());
        out.close();
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private ByteBuffer room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() throws IOException {
        buffer.flip();
        checksum.update(buffer.duplicate());
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
        buffer.clear();
    }

    /** Removes what was not finished. */
    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(unfinished);
    }
}
