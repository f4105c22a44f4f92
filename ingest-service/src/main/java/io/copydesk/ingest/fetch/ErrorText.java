package io.copydesk.ingest.fetch;

/** What an exception says, fit for a log line. Pure. */
final class ErrorText {

    private static final int MAX_LENGTH = 200;

    private ErrorText() {}

    /** One line of printable ASCII: messages may repeat what a server sent. */
    static String of(Throwable cause) {
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        StringBuilder line = new StringBuilder();
        message.chars().limit(MAX_LENGTH).forEach(c -> line.append(c < ' ' || c >= 0x7f ? '?' : (char) c));
        return line.toString();
    }
}
