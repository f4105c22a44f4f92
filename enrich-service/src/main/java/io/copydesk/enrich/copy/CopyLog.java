package io.copydesk.enrich.copy;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the copies of one task's files are: parts, of which the last with a key is kept, and a manifest that tells which parts belong together. Only
 * committed records are read.
 */
public interface CopyLog {

    /** One that keeps nothing. */
    CopyLog NONE = new CopyLog() {
        @Override
        public Writer writer() throws IOException {
            throw new IOException("no copies are kept");
        }

        @Override
        public byte @Nullable [] manifest() {
            return null;
        }

        @Override
        public void read(long[] offsets, Parts parts) throws IOException {
            throw new IOException("no copies are kept");
        }
    };

    /**
     * Begins to write. No other writer that began before writes anything from now on.
     *
     * @throws IOException when that is not possible now
     */
    Writer writer() throws IOException;

    /**
     * The newest manifest, {@code null} for none.
     *
     * @throws IOException when it cannot be read now
     */
    byte @Nullable [] manifest() throws IOException;

    /**
     * Reads parts.
     *
     * @param offsets of them, ascending
     * @param parts receives each, in this order
     * @throws IOException when one is not there any more, or there is no progress
     */
    void read(long[] offsets, Parts parts) throws IOException;

    /** Receives parts. */
    @FunctionalInterface
    interface Parts {
        /** @param number of its offset among those that were asked for */
        void accept(int number, byte[] part) throws IOException;
    }

    /** Writes a copy. For one thread. */
    interface Writer extends Closeable {

        /**
         * Sends parts and returns when they are committed.
         *
         * @return their offsets
         */
        long[] write(List<Part> parts) throws IOException;

        /** Makes a manifest the newest one. */
        void publish(byte[] manifest) throws IOException;

        /** Ends at once; what is not committed is lost. */
        @Override
        void close();
    }

    /**
     * A part of a file.
     *
     * @param key of its record: it replaces the part that had it before
     */
    record Part(byte[] key, byte[] bytes) {}
}
