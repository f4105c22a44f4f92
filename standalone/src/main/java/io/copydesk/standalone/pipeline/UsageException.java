package io.copydesk.standalone.pipeline;

/** The command cannot be carried out as given; the message says in one sentence what to do. Exit code 2. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With that sentence. */
    public UsageException(String message) {
        super(message);
    }
}
