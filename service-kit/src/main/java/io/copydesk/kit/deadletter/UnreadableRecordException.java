package io.copydesk.kit.deadletter;

/** A record that was deserialized and still means nothing in its topic. Its dead letter has the reason {@value DeadLetters#UNREADABLE}. */
public final class UnreadableRecordException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param detail one sentence for people */
    public UnreadableRecordException(String detail) {
        super(detail);
    }
}
