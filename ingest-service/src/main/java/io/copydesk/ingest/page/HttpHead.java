package io.copydesk.ingest.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The head of an HTTP response (RFC 9112 §4–5), read as leniently as browsers do: bare LF ends a line, a line without
 * a colon is passed over, a folded line continues its field, interim responses before the final one (RFC 9110 §15.2) are
 * passed over. Keeps fields in their order, which jwarc's parser does not.
 *
 * @param length bytes of the head in the block, its closing empty line included
 */
record HttpHead(int status, List<Header> fields, int length) {

    private static final int MAX_LENGTH = 256 * 1024;
    private static final int MAX_FIELDS = 1000;

    /** As many as the fetcher takes. */
    private static final int MAX_INTERIM = 16;

    private static final int SWITCHING_PROTOCOLS = 101;

    /** The head of this block, empty when it does not start like a response. */
    static Optional<HttpHead> parse(byte[] block) {
        Optional<HttpHead> head = parse(block, 0);
        for (int i = 0; i < MAX_INTERIM && head.isPresent() && head.get().isInterim(); i++) {
            Optional<HttpHead> next = parse(block, head.get().length);
            if (next.isEmpty()) {
                return head;
            }
            head = next;
        }
        return head;
    }

    private boolean isInterim() {
        return status >= 100 && status < 200 && status != SWITCHING_PROTOCOLS;
    }

    /** The head that starts at {@code from}; its length is counted from the start of the block. */
    private static Optional<HttpHead> parse(byte[] block, int from) {
        int end = Math.min(block.length, MAX_LENGTH);
        int lineEnd = lineEnd(block, from, end);
        int status = lineEnd < 0 ? -1 : status(line(block, from, lineEnd));
        if (status < 0) {
            return Optional.empty();
        }
        List<Header> fields = new ArrayList<>();
        int at = lineEnd + 1;
        while (at < end && fields.size() < MAX_FIELDS) {
            lineEnd = lineEnd(block, at, end);
            if (lineEnd < 0) {
                break;
            }
            String line = line(block, at, lineEnd);
            at = lineEnd + 1;
            if (line.isEmpty()) {
                return Optional.of(new HttpHead(status, List.copyOf(fields), at));
            }
            add(line, fields);
        }
        // A response may end with its head when nothing but fields was captured.
        return at >= block.length ? Optional.of(new HttpHead(status, List.copyOf(fields), at)) : Optional.empty();
    }

    /** The first field of this name. */
    Optional<String> first(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    /** The members of a comma-separated field, over all its occurrences, in order. */
    List<String> members(String name) {
        List<String> members = new ArrayList<>();
        for (Header field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                for (String member : field.value().split(",", 16)) {
                    if (!member.isBlank()) {
                        members.add(member.strip());
                    }
                }
            }
        }
        return members;
    }

    private static void add(String line, List<Header> fields) {
        boolean folded = line.charAt(0) == ' ' || line.charAt(0) == '\t';
        if (folded && !fields.isEmpty()) {
            Header last = fields.remove(fields.size() - 1);
            fields.add(new Header(last.name(), (last.value() + " " + line.strip()).strip()));
            return;
        }
        int colon = line.indexOf(':');
        if (colon > 0) {
            fields.add(new Header(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
        }
    }

    /** The status code of {@code HTTP/1.1 200 OK}, -1 when the line is no status line. */
    private static int status(String line) {
        int space = line.indexOf(' ');
        if (!line.startsWith("HTTP/") || space < 0 || line.length() < space + 4) {
            return -1;
        }
        int code = 0;
        for (int i = space + 1; i < space + 4; i++) {
            int digit = line.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            code = code * 10 + digit;
        }
        return code;
    }

    private static int lineEnd(byte[] block, int from, int end) {
        for (int i = from; i < end; i++) {
            if (block[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static String line(byte[] block, int from, int lineEnd) {
        int end = lineEnd > from && block[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
        return new String(block, from, end - from, StandardCharsets.ISO_8859_1);
    }
}
