package io.copydesk.ingest.link;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Percent-encoding in one spelling (RFC 3986 §6.2.2): upper-case digits, unreserved characters bare, what may not
 * stand in a URL encoded as UTF-8. A percent sign without two digits is encoded too, so that a second pass finds
 * nothing to do.
 */
final class Percent {

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();
    private static final String NOT_IN_PATH = "\"#<>?`{}^";
    private static final String NOT_IN_QUERY = "\"#<>'";

    private Percent() {}

    /** A path with its dot segments resolved; starts with a slash. */
    static String path(String raw) {
        String path = encode(raw.replace('\\', '/'), NOT_IN_PATH);
        Deque<String> segments = new ArrayDeque<>();
        int from = path.startsWith("/") ? 1 : 0;
        while (from <= path.length()) {
            int slash = path.indexOf('/', from);
            boolean last = slash < 0;
            String segment = path.substring(from, last ? path.length() : slash);
            boolean up = segment.equals("..");
            if (up) {
                segments.pollLast();
            }
            if (!up && !segment.equals(".")) {
                segments.addLast(segment);
            } else if (last) {
                segments.addLast("");
            }
            from = last ? path.length() + 1 : slash + 1;
        }
        return "/" + String.join("/", segments);
    }

    static String query(String raw) {
        return encode(raw, NOT_IN_QUERY);
    }

    /** A host name's bytes as text; a broken escape stays as it is and is refused later. */
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

    private static String encode(String raw, String alsoEncoded) {
        byte[] bytes = wellFormed(raw).getBytes(StandardCharsets.UTF_8);
        StringBuilder out = new StringBuilder(bytes.length + 16);
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 0xff;
            int escaped = b == '%' ? escaped(bytes, i) : -1;
            if (escaped >= 0) {
                append(out, escaped, unreserved(escaped));
                i += 2;
            } else {
                append(out, b, b > ' ' && b < 0x7f && b != '%' && alsoEncoded.indexOf(b) < 0);
            }
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

    /** The byte that the escape at this place stands for, -1 when it is no escape. */
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

    /** Half a surrogate pair becomes the replacement character, as encoders on the web do it. */
    private static String wellFormed(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().map(c -> c >= 0xd800 && c <= 0xdfff ? 0xfffd : c).forEach(out::appendCodePoint);
        return out.toString();
    }
}
