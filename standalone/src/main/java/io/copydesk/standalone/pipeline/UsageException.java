package io.copydesk.standalone.pipeline;

/** The command cannot be carried out as given; the message is one sentence that names the remedy. Exit code 2. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With that sentence. */
    public UsageException(String message) {
        super(message);
    }
}
