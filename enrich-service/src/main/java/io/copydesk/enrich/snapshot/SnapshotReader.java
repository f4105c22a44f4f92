package io.copydesk.enrich.snapshot;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Reads what a {@link SnapshotWriter} wrote. For one thread. */
public final class SnapshotReader implements Closeable {

    private final FileChannel in;
    private final ByteBuffer buffer = ByteBuffer.allocate(SnapshotWriter.BUFFER);

    /** Bytes of values that are not in the buffer yet. */
    private long left;

    private SnapshotReader(FileChannel in) throws IOException {
        this.in = in;
        rewind();
    }

    /**
     * Opens a file and checks all of it.
     *
     * @throws java.nio.file.NoSuchFileException when there is none
     * @throws IOException when it is not whole
     */
    public static SnapshotReader open(Path file) throws IOException {
        SnapshotReader reader = new SnapshotReader(FileChannel.open(file, StandardOpenOption.READ));
        try {
            reader.verify();
            return reader;
        } catch (IOException e) {
            reader.close();
            throw e;
        }
    }

    private void verify() throws IOException {
        CRC32C checksum = new CRC32C();
        while (left > 0) {
            buffer.clear();
            fill();
            checksum.update(buffer);
        }
        ByteBuffer stored = ByteBuffer.allocate(Long.BYTES);
        while (stored.hasRemaining() && in.read(stored) >= 0) {
            // until all of it is read
        }
        if (stored.hasRemaining() || stored.getLong(0) != checksum.getValue()) {
            throw new IOException("the file is not whole");
        }
        rewind();
    }

    private void rewind() throws IOException {
        in.position(0);
        left = Math.max(0, in.size() - Long.BYTES);
        buffer.clear().limit(0);
    }

    /** Reads as much as fits after what is left in the buffer, which is then ready to be read. */
    private void fill() throws IOException {
        buffer.limit((int) Math.min(buffer.capacity(), buffer.position() + left));
        while (buffer.hasRemaining()) {
            int count = in.read(buffer);
            if (count < 0) {
                throw new EOFException();
            }
            left -= count;
        }
        buffer.flip();
    }

    private ByteBuffer ahead(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            buffer.compact();
            fill();
            if (buffer.remaining() < bytes) {
                throw new EOFException();
            }
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
        if (length == SnapshotWriter.ABSENT) {
            return null;
        }
        ByteBuffer text = buffer(length);
        return new String(text.array(), text.arrayOffset() + text.position(), length, StandardCharsets.UTF_8);
    }

    private ByteBuffer buffer(int length) throws IOException {
        if (length > buffer.capacity()) {
            return ByteBuffer.wrap(bytes(length));
        }
        ByteBuffer value = ahead(length).duplicate();
        value.limit(value.position() + length);
        buffer.position(value.limit());
        return value;
    }

    private byte[] bytes(int length) throws IOException {
        byte[] value = new byte[length];
        int at = 0;
        while (at < length) {
            int part = Math.min(ahead(1).remaining(), length - at);
            buffer.get(value, at, part);
            at += part;
        }
        return value;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
