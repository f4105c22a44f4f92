package io.copydesk.ingest.robots;

import io.copydesk.schemas.LowerCase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Path and query of a URL, normalised for comparison: characters outside ASCII percent-encoded as UTF-8 with upper-case
 * digits, unreserved characters not encoded (RFC 9309 §2.2.2). {@code %2F} stays encoded; {@code %2A} and {@code %24} become
 * the literal characters, which a path does not interpret.
 */
final class RobotsPath {

    private static final int MAX_URL = 65_536;
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private RobotsPath() {}

    /** Empty when the text is neither an http or https URL nor a path. */
    static Optional<String> of(@Nullable String url) {
        if (url == null || url.length() > MAX_URL) {
            return Optional.empty();
        }
        String text = before(url.strip(), "#");
        String lower = LowerCase.of(text.substring(0, Math.min(8, text.length())));
        int from = lower.startsWith("http://") ? 7 : lower.startsWith("https://") ? 8 : -1;
        if (from < 0) {
            return text.startsWith("/") && !text.startsWith("//") ? Optional.of(path(text)) : Optional.empty();
        }
        int end = from;
        while (end < text.length() && "/?\\".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end == from || text.substring(from, end).indexOf(' ') >= 0
                ? Optional.empty()
                : Optional.of(path(text.substring(end)));
    }

    private static String path(String pathAndQuery) {
        byte[] bytes = pathAndQuery.getBytes(StandardCharsets.UTF_8);
        String normal = normal(new String(bytes, StandardCharsets.ISO_8859_1));
        String path = before(normal, "?");
        return withoutDotSegments(path) + normal.substring(path.length());
    }

    /** Without dot segments (RFC 3986 §5.2.4), as a client requests it. */
    private static String withoutDotSegments(String path) {
        Deque<String> segments = new ArrayDeque<>();
        String[] parts = path.split("/", -1);
        for (int i = 1; i < parts.length; i++) {
            boolean dots = parts[i].equals(".") || parts[i].equals("..");
            if (parts[i].equals("..")) {
                segments.pollLast();
            }
            if (!dots) {
                segments.addLast(parts[i]);
            } else if (i == parts.length - 1) {
                segments.addLast("");
            }
        }
        return "/" + String.join("/", segments);
    }

    /** The normalised spelling of a text with one character for each byte. */
    static String normal(String bytes) {
        StringBuilder out = new StringBuilder(bytes.length() + 8);
        for (int i = 0; i < bytes.length(); i++) {
            char c = bytes.charAt(i);
            int escaped = c == '%' ? escaped(bytes, i) : -1;
            if (escaped >= 0) {
                append(out, (char) escaped, bare(escaped));
                i += 2;
            } else {
                append(out, c, c > ' ' && c < 0x7f);
            }
        }
        return out.toString();
    }

    private static void append(StringBuilder out, char c, boolean bare) {
        if (bare) {
            out.append(c);
        } else {
            out.append('%').append(HEX[c >> 4]).append(HEX[c & 15]);
        }
    }

    private static int escaped(String text, int at) {
        if (at + 2 >= text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at + 1), 16);
        int low = Character.digit(text.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static boolean bare(int c) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter || (c >= '0' && c <= '9') || "-._~*$".indexOf(c) >= 0;
    }

    private static String before(String text, String mark) {
        int at = text.indexOf(mark);
        return at < 0 ? text : text.substring(0, at);
    }
}
