package io.copydesk.ingest.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file's bytes, decompressed when they are gzip whatever the file is called; counts what is read from disk. */
final class FileBytes {

    /** Gives the bytes as stored, from their beginning. */
    interface Opener {
        InputStream open() throws IOException;
    }

    private final Opener opener;
    private long stored;

    FileBytes(Path path) {
        this(() -> Files.newInputStream(path));
    }

    FileBytes(Opener opener) {
        this.opener = opener;
    }

    /** Bytes read from disk since the file was last opened. */
    long stored() {
        return stored;
    }

    InputStream open() throws IOException {
        stored = 0;
        PushbackInputStream raw = new PushbackInputStream(new Counting(opener.open()), 3);
        try {
            byte[] magic = raw.readNBytes(3);
            raw.unread(magic);
            return GzipStream.isMagic(magic) ? new GzipStream(raw) : raw;
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private final class Counting extends FilterInputStream {

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            stored += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] out, int from, int length) throws IOException {
            int read = super.read(out, from, length);
            stored += Math.max(0, read);
            return read;
        }
    }
}
