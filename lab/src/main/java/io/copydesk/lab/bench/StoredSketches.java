package io.copydesk.lab.bench;

import io.copydesk.enrich.sketch.Sketch;
import io.copydesk.enrich.sketch.StoredSketch;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Sketches of invented articles in a file, as a service keeps them on disk and reads each into new objects. For one thread. */
final class StoredSketches implements Closeable {

    private final FileChannel file;
    private long end;

    /** Where the sketch of the article with a number begins, plus one; 0 for none. */
    private long[] begins = new long[1024];

    private int[] lengths = new int[begins.length];

    private StoredSketches(FileChannel file) {
        this.file = file;
    }

    /** None yet; the file is deleted when it is closed. */
    static StoredSketches create() {
        try {
            Path path = Files.createTempFile("copydesk-sketches", null);
            return new StoredSketches(FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes of heap for where the sketches are. */
    long bytes() {
        return (long) begins.length * (Long.BYTES + Integer.BYTES);
    }

    void put(Sketch sketch) {
        byte[] stored = StoredSketch.bytes(sketch);
        int number = InventedArticles.number(sketch.id());
        if (number >= begins.length) {
            int length = Math.max(number + 1, begins.length * 2);
            begins = Arrays.copyOf(begins, length);
            lengths = Arrays.copyOf(lengths, length);
        }
        begins[number] = end + 1;
        lengths[number] = stored.length;
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        try {
            while (bytes.hasRemaining()) {
                end += file.write(bytes, end);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sketch of the article with this id, which was put before. */
    Sketch get(String articleId) {
        return StoredSketch.read(bytesOf(InventedArticles.number(articleId)));
    }

    /** What is stored of the article with a number. */
    byte[] bytesOf(int number) {
        ByteBuffer bytes = ByteBuffer.allocate(lengths[number]);
        long begin = begins[number] - 1;
        try {
            while (bytes.hasRemaining()) {
                if (file.read(bytes, begin + bytes.position()) < 0) {
                    throw new IllegalStateException("the sketch of article " + number + " ends early");
                }
            }
            return bytes.array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
