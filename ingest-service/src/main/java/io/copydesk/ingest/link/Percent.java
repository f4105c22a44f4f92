package io.copydesk.ingest.link;

import io.copydesk.schemas.Utf16;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Percent-encoding in the parts of a URL (WHATWG URL, percent-encode sets of path and special query; normalisation: RFC 3986 §6.2.2).
 */
final class Percent {

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();
    private static final String NOT_IN_PATH = "\"#<>?`{}^";
    private static final String NOT_IN_QUERY = "\"#<>'";

    /** Allowed by the URL standard, but by no part of RFC 3986, so that some encode them and some do not. */
    private static final String ENCODED_BY_SOME = "[]{}|^`";

    private Percent() {}

    /** A path with its dot segments resolved, {@code %2e} included; starts with a slash. */
    static String path(String raw) {
        String path = encode(raw.replace('\\', '/'), NOT_IN_PATH);
        Deque<String> segments = new ArrayDeque<>();
        int from = path.startsWith("/") ? 1 : 0;
        while (from <= path.length()) {
            int slash = path.indexOf('/', from);
            boolean last = slash < 0;
            String segment = path.substring(from, last ? path.length() : slash);
            int dots = dots(segment);
            if (dots == 2) {
                segments.pollLast();
            }
            if (dots == 0) {
                segments.addLast(segment);
            } else if (last) {
                segments.addLast("");
            }
            from = last ? path.length() + 1 : slash + 1;
        }
        return "/" + String.join("/", segments);
    }

    /** The number of dots of a dot segment, escaped or not; 0 for any other segment. */
    private static int dots(String segment) {
        if (segment.length() > 6) {
            return 0;
        }
        String plain = segment.replace("%2e", ".").replace("%2E", ".");
        return plain.equals(".") ? 1 : plain.equals("..") ? 2 : 0;
    }

    static String query(String raw) {
        return encode(raw, NOT_IN_QUERY);
    }

    /**
     * Normalises an encoded path or query: upper-case digits, unreserved characters unescaped, a percent sign without two digits
     * and characters that RFC 3986 does not allow encoded. Idempotent.
     */
    static String normal(String encoded) {
        if (encoded.chars().noneMatch(c -> c == '%' || ENCODED_BY_SOME.indexOf(c) >= 0)) {
            return encoded;
        }
        byte[] bytes = encoded.getBytes(StandardCharsets.US_ASCII);
        StringBuilder out = new StringBuilder(bytes.length + 16);
        for (int i = 0; i < bytes.length; i++) {
            int escaped = bytes[i] == '%' ? escaped(bytes, i) : -1;
            if (escaped >= 0) {
                append(out, escaped, unreserved(escaped));
                i += 2;
            } else {
                append(out, bytes[i], bytes[i] != '%' && ENCODED_BY_SOME.indexOf(bytes[i]) < 0);
            }
        }
        return out.toString();
    }

    /** Decodes a host name; an invalid escape is kept, and the host parser refuses it. */
    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] out = new byte[text.length() * 3];
        int length = 0;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            boolean escape = bytes[i] == '%' && escaped(bytes, i) >= 0;
            out[length++] = escape ? (byte) escaped(bytes, i) : bytes[i];
            i += escape ? 2 : 0;
        }
        return new String(out, 0, length, StandardCharsets.UTF_8);
    }

    /** Encodes the characters that are not allowed, as UTF-8; keeps percent signs and escapes. */
    private static String encode(String raw, String alsoEncoded) {
        byte[] bytes = Utf16.repaired(raw).getBytes(StandardCharsets.UTF_8);
        StringBuilder out = new StringBuilder(bytes.length + 16);
        for (byte signed : bytes) {
            int b = signed & 0xff;
            append(out, b, b > ' ' && b < 0x7f && alsoEncoded.indexOf(b) < 0);
        }
        return out.toString();
    }

    private static void append(StringBuilder out, int b, boolean bare) {
        if (bare) {
            out.append((char) b);
        } else {
            out.append('%').append(HEX[b >> 4]).append(HEX[b & 15]);
        }
    }

    /** The byte that the escape at this place encodes, -1 when there is no escape. */
    private static int escaped(byte[] bytes, int at) {
        if (at + 2 >= bytes.length) {
            return -1;
        }
        int high = Character.digit(bytes[at + 1], 16);
        int low = Character.digit(bytes[at + 2], 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static boolean unreserved(int b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || b == '-'
                || b == '.'
                || b == '_'
                || b == '~';
    }
}
