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
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Writes a file of values in frames: the length of a frame, the checksum of its number and its bytes (CRC-32C, RFC 3720), the bytes. A frame
 * without bytes ends the file, which appears under its name when it is whole. For one thread.
 */
public final class SnapshotWriter implements Closeable {

    /** Bytes of a frame at most. */
    static final int FRAME = 1 << 20;

    /** Bytes before those of a frame. */
    static final int HEADER = 2 * Integer.BYTES;

    /** The length that stands for {@code null}. */
    static final int ABSENT = -1;

    /** Moves {@code length} values from or to an array, there from {@code at} on, to or from the position of a buffer, which stays. */
    @FunctionalInterface
    interface Part {
        void move(ByteBuffer part, int at, int length);
    }

    private final Path file;
    private final Path unfinished;
    private final FileChannel out;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(HEADER + FRAME);

    /** The names that were written, each with its number. */
    private final Map<String, Integer> names = new HashMap<>();

    private int frames;

    private SnapshotWriter(Path file, Path unfinished, FileChannel out) {
        this.file = file;
        this.unfinished = unfinished;
        this.out = out;
        buffer.position(HEADER);
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
        inParts(value.length, Byte.BYTES, (part, at, length) -> part.put(part.position(), value, at, length));
    }

    /** Writes the first {@code count} values of an array. */
    public void putInts(int[] values, int count) throws IOException {
        inParts(count, Integer.BYTES, (part, at, length) -> part.asIntBuffer().put(values, at, length));
    }

    public void putLongs(long[] values) throws IOException {
        inParts(
                values.length,
                Long.BYTES,
                (part, at, length) -> part.asLongBuffer().put(values, at, length));
    }

    /** Writes how many values there are, and these, of {@code bytes} bytes each, as many at a time as a frame has room for. */
    private void inParts(int count, int bytes, Part values) throws IOException {
        putInt(count);
        int at = 0;
        while (at < count) {
            ByteBuffer part = room(bytes);
            int length = Math.min(part.remaining() / bytes, count - at);
            values.move(part, at, length);
            part.position(part.position() + length * bytes);
            at += length;
        }
    }

    public void putText(@Nullable String value) throws IOException {
        if (value == null) {
            putInt(ABSENT);
        } else {
            putBytes(value.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Writes a text that is one of few, and which is written as a number from the second time on. */
    public void putName(@Nullable String value) throws IOException {
        if (value == null) {
            putInt(ABSENT);
            return;
        }
        Integer number = names.putIfAbsent(value, names.size());
        putInt(number == null ? names.size() - 1 : number);
        if (number == null) {
            putText(value);
        }
    }

    /** Ends the file and gives it its name. */
    public void finish() throws IOException {
        if (buffer.position() > HEADER) {
            flush();
        }
        flush();
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
        int length = buffer.position() - HEADER;
        int checksum = checksum(frames++, buffer.slice(HEADER, length));
        buffer.flip().putInt(0, length).putInt(Integer.BYTES, checksum);
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
        buffer.clear().position(HEADER);
    }

    /** The checksum of a frame with a number. */
    static int checksum(int number, ByteBuffer bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, number));
        checksum.update(bytes);
        return (int) checksum.getValue();
    }

    /** Removes what was not finished. */
    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(unfinished);
    }
}
