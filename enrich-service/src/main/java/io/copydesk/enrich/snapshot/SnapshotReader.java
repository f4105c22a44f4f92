package io.copydesk.enrich.snapshot;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a {@link SnapshotWriter} wrote. A value is handed out when the frame that it is in was checked, and {@link #end} tells whether all
 * frames were there. For one thread.
 */
public final class SnapshotReader implements Closeable {

    private final FileChannel in;
    private final ByteBuffer header = ByteBuffer.allocate(SnapshotWriter.HEADER);

    /** What is left of a frame. */
    private final ByteBuffer buffer =
            ByteBuffer.allocateDirect(SnapshotWriter.FRAME).limit(0);

    private final List<String> names = new ArrayList<>();
    private int frames;

    private SnapshotReader(FileChannel in) {
        this.in = in;
    }

    /**
     * Opens a file.
     *
     * @throws java.nio.file.NoSuchFileException when there is none
     */
    public static SnapshotReader open(Path file) throws IOException {
        return new SnapshotReader(FileChannel.open(file, StandardOpenOption.READ));
    }

    /** @throws IOException when values are left, or the file ends early */
    public void end() throws IOException {
        if (buffer.hasRemaining() || nextFrame() > 0 || in.position() != in.size()) {
            throw new IOException("the file does not end where it should");
        }
    }

    /** Reads a frame and returns its length. */
    private int nextFrame() throws IOException {
        fill(header.clear());
        int length = header.getInt(0);
        if (length < 0 || length > SnapshotWriter.FRAME) {
            throw new IOException("the file is not whole");
        }
        fill(buffer.clear().limit(length));
        buffer.flip();
        if (SnapshotWriter.checksum(frames++, buffer.duplicate()) != header.getInt(Integer.BYTES)) {
            throw new IOException("the file is not whole");
        }
        return length;
    }

    private void fill(ByteBuffer into) throws IOException {
        while (into.hasRemaining()) {
            if (in.read(into) < 0) {
                throw new EOFException("the file ends early");
            }
        }
    }

    private ByteBuffer ahead(int bytes) throws IOException {
        if (!buffer.hasRemaining()) {
            nextFrame();
        }
        if (buffer.remaining() < bytes) {
            throw new EOFException("the file ends early");
        }
        return buffer;
    }

    public int getByte() throws IOException {
        return ahead(Byte.BYTES).get();
    }

    public boolean getBoolean() throws IOException {
        return getByte() != 0;
    }

    public int getInt() throws IOException {
        return ahead(Integer.BYTES).getInt();
    }

    public long getLong() throws IOException {
        return ahead(Long.BYTES).getLong();
    }

    public double getDouble() throws IOException {
        return ahead(Double.BYTES).getDouble();
    }

    public byte[] getBytes() throws IOException {
        return bytes(getInt());
    }

    public @Nullable String getText() throws IOException {
        int length = getInt();
        return length == SnapshotWriter.ABSENT ? null : new String(bytes(length), StandardCharsets.UTF_8);
    }

    /** A text that was written by {@link SnapshotWriter#putName}, always the same object. */
    public @Nullable String getName() throws IOException {
        int number = getInt();
        if (number == names.size()) {
            names.add(Objects.requireNonNull(getText()).intern());
        }
        return number == SnapshotWriter.ABSENT ? null : names.get(number);
    }

    /** All values that {@link SnapshotWriter#putInts} wrote. */
    public int[] getInts() throws IOException {
        int[] values = new int[getInt()];
        inParts(
                values.length,
                Integer.BYTES,
                (part, at, length) -> part.asIntBuffer().get(values, at, length));
        return values;
    }

    /** All values that {@link SnapshotWriter#putLongs} wrote. */
    public long[] getLongs() throws IOException {
        long[] values = new long[getInt()];
        inParts(
                values.length,
                Long.BYTES,
                (part, at, length) -> part.asLongBuffer().get(values, at, length));
        return values;
    }

    private byte[] bytes(int length) throws IOException {
        byte[] value = new byte[length];
        inParts(length, Byte.BYTES, (part, at, count) -> part.get(part.position(), value, at, count));
        return value;
    }

    /** Reads values of {@code bytes} bytes each, as many at a time as a frame has. */
    private void inParts(int count, int bytes, SnapshotWriter.Part values) throws IOException {
        int at = 0;
        while (at < count) {
            ByteBuffer part = ahead(bytes);
            int length = Math.min(part.remaining() / bytes, count - at);
            values.move(part, at, length);
            part.position(part.position() + length * bytes);
            at += length;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
