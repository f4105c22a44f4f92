package io.copydesk.kit.streams;

/** A Streams client did not start, or ended by itself. The cause is what its threads died of, when they did. */
public final class StreamsFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StreamsFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
