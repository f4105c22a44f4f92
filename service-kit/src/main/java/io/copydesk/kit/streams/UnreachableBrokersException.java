package io.copydesk.kit.streams;

/** The cluster does not answer, or refuses. The message is one sentence that names its address. */
public final class UnreachableBrokersException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreachableBrokersException(String message, Throwable cause) {
        super(message, cause);
    }
}
