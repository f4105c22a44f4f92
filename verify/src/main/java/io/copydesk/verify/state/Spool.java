package io.copydesk.verify.state;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/**
 * Values by key, the last one wins, read back in the order of the keys. Values lie in a temporary file, only keys in
 * memory. Not thread-safe.
 */
final class Spool implements Closeable {

    private record Slot(long position, int length) {}

    private final Path file;
    private final OutputStream out;
    private final TreeMap<String, Slot> slots = new TreeMap<>();
    private long written;

    Spool() throws IOException {
        file = Files.createTempFile("copydesk-state", ".spool");
        out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
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
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            for (var slot : slots.entrySet()) {
                byte[] value = new byte[slot.getValue().length()];
                in.seek(slot.getValue().position());
                in.readFully(value);
                consumer.accept(slot.getKey(), value);
            }
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }

    /** What is done with each key and value. */
    interface Consumer {
        void accept(String key, byte[] value) throws IOException;
    }
}
