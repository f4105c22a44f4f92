package io.copydesk.ingest.archive;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The next bytes of a file, of which the reader asks for as many as it needs. What ends the bytes too early (a cut,
 * damage, the disk) is kept as a {@link #problem()} and looks like the end, so that all that came before it can be
 * used first.
 */
final class ByteWindow implements Closeable {

    private static final int CHUNK = 1 << 16;

    private final FileBytes file;
    private InputStream in;
    private byte[] buffer = new byte[CHUNK];
    private int start;
    private int end;
    private long offset;
    private boolean ended;
    private @Nullable Problem problem;

    /** What ended the bytes too early. */
    record Problem(BrokenReason reason, String detail) {}

    ByteWindow(FileBytes file) throws IOException {
        this.file = file;
        this.in = file.open();
    }

    /** Reads until so many bytes are there; false when the bytes end before. */
    boolean require(int count) {
        while (available() < count && !ended) {
            fill(count);
        }
        return available() >= count;
    }

    /** Bytes at hand. */
    int available() {
        return end - start;
    }

    /** True when nothing is at hand and nothing follows. */
    boolean isEmpty() {
        return !require(1);
    }

    /** Where the window starts, in bytes after decompression. */
    long offset() {
        return offset;
    }

    byte at(int index) {
        return buffer[start + index];
    }

    /** Where the byte is next found at or after an index among the bytes at hand, -1 when it is not. */
    int indexOf(byte wanted, int from) {
        for (int i = start + from; i < end; i++) {
            if (buffer[i] == wanted) {
                return i - start;
            }
        }
        return -1;
    }

    /** A copy of the first bytes at hand. */
    byte[] peek(int count) {
        return Arrays.copyOfRange(buffer, start, start + Math.min(count, available()));
    }

    void drop(int count) {
        start += count;
        offset += count;
    }

    /** Goes past so many bytes, at hand or not; false when the bytes end before. */
    boolean skip(long count) {
        long left = count;
        while (left > 0 && require(1)) {
            int step = (int) Math.min(left, available());
            drop(step);
            left -= step;
        }
        return left == 0;
    }

    /** Goes back to an earlier place by reading the file again from its start. */
    void rewind(long place) {
        try {
            in.close();
            start = 0;
            end = 0;
            ended = false;
            problem = null;
            offset = 0;
            in = file.open();
            skip(place);
        } catch (IOException e) {
            stop(e);
        }
    }

    /** What ended the bytes too early, {@code null} as long as nothing did. */
    @Nullable
    Problem problem() {
        return problem;
    }

    /** After a problem and when all bytes before it are used: goes on behind it if that can be. */
    boolean recover() {
        boolean damaged = problem != null
                && (problem.reason() == BrokenReason.BAD_GZIP || problem.reason() == BrokenReason.TRUNCATED_GZIP);
        if (damaged && in instanceof GzipStream gzip) {
            try {
                ended = !gzip.recover();
                problem = null;
            } catch (IOException e) {
                stop(e);
            }
        }
        return !ended;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void fill(int wanted) {
        if (buffer.length - start < wanted || start == end || buffer.length == end) {
            int size = wanted <= buffer.length / 2
                    ? buffer.length
                    : Math.max(CHUNK, (int) Math.min(wanted * 2L, wanted + (4L << 20)));
            byte[] target = size == buffer.length ? buffer : new byte[size];
            System.arraycopy(buffer, start, target, 0, end - start);
            end -= start;
            start = 0;
            buffer = target;
        }
        try {
            int read = in.read(buffer, end, buffer.length - end);
            ended = read < 0;
            end += Math.max(0, read);
        } catch (IOException e) {
            stop(e);
        }
    }

    private void stop(IOException e) {
        ended = true;
        if (e instanceof EOFException) {
            problem = new Problem(BrokenReason.TRUNCATED_GZIP, String.valueOf(e.getMessage()));
        } else if (e instanceof ZipException) {
            problem = new Problem(BrokenReason.BAD_GZIP, String.valueOf(e.getMessage()));
        } else {
            problem = new Problem(BrokenReason.UNREADABLE, "Reading failed: " + e.getMessage());
        }
    }
}
