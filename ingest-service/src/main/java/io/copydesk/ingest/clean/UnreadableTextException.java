package io.copydesk.ingest.clean;

/** The text of an observation is nowhere any more. */
final class UnreadableTextException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableTextException(String message) {
        super(message);
    }
}
