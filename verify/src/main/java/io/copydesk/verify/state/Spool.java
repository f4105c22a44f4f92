package io.copydesk.verify.state;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.TreeMap;

/**
 * Values by key, the last one wins, read back in the order of the keys. Values lie in a temporary file that does not
 * outlive the process, only keys in memory. Not thread-safe.
 */
final class Spool implements Closeable {

    private record Slot(long position, int length) {}

    private final FileChannel file;
    private final OutputStream out;
    private final TreeMap<String, Slot> slots = new TreeMap<>();
    private long written;

    Spool() throws IOException {
        file = FileChannel.open(
                Files.createTempFile("copydesk-state", ".spool"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        out = new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16);
    }

    void put(String key, byte[] value) throws IOException {
        out.write(value);
        slots.put(key, new Slot(written, value.length));
        written += value.length;
    }

    void remove(String key) {
        slots.remove(key);
    }

    int size() {
        return slots.size();
    }

    /** Hands every last value to {@code consumer}, in the order of the keys. */
    void forEach(Consumer consumer) throws IOException {
        out.flush();
        for (var slot : slots.entrySet()) {
            consumer.accept(slot.getKey(), read(slot.getValue()));
        }
    }

    private byte[] read(Slot slot) throws IOException {
        ByteBuffer value = ByteBuffer.allocate(slot.length());
        while (value.hasRemaining()) {
            if (file.read(value, slot.position() + value.position()) < 0) {
                throw new EOFException("the temporary file was cut");
            }
        }
        return value.array();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** What is done with each key and value. */
    interface Consumer {
        void accept(String key, byte[] value) throws IOException;
    }
}
