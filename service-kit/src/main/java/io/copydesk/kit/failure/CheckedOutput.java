package io.copydesk.kit.failure;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Keeps the first failure of a stream, which a {@code PrintStream} above it swallows. Safe for use by several threads. */
public final class CheckedOutput extends FilterOutputStream {

    private Optional<IOException> failure = Optional.empty();

    /** Over {@code out}. */
    public CheckedOutput(OutputStream out) {
        super(out);
    }

    /** The first failure to write, empty while there is none. */
    public synchronized Optional<IOException> failure() {
        return failure;
    }

    @Override
    public synchronized void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            failure = failure.or(() -> Optional.of(e));
            throw e;
        }
    }
}
