package io.copydesk.ingest.xml;

import org.jsoup.nodes.Entities;

/**
 * Resolves character references. The names of HTML are known without a declaration; entities that a DOCTYPE declares are never
 * expanded.
 */
public final class References {

    private static final int MAX_NAME = 32;

    /** The C1 controls U+0080 to U+009F read as windows-1252 (HTML, numeric character reference end state). */
    private static final String WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    private References() {}

    /**
     * Appends the characters of the reference at {@code at}, the index of an ampersand; the ampersand itself when no reference is there.
     *
     * @param html whether, as in HTML, some references need no semicolon
     * @return the index after what was read
     */
    public static int append(String text, int at, int end, boolean html, StringBuilder out) {
        int next = at + 1 < end && text.charAt(at + 1) == '#'
                ? numeric(text, at + 2, end, html, out)
                : named(text, at + 1, end, html, out);
        if (next < 0) {
            out.append('&');
            return at + 1;
        }
        return next;
    }

    private static int numeric(String text, int from, int end, boolean html, StringBuilder out) {
        boolean hex = from < end && (text.charAt(from) | 0x20) == 'x';
        int at = hex ? from + 1 : from;
        int first = at;
        int code = 0;
        for (int digit; at < end && (digit = digit(text.charAt(at), hex ? 16 : 10)) >= 0; at++) {
            code = Math.min(code * (hex ? 16 : 10) + digit, Character.MAX_CODE_POINT + 1);
        }
        boolean closed = at < end && text.charAt(at) == ';';
        if (at == first || !closed && !html) {
            return -1;
        }
        append(code, out);
        return closed ? at + 1 : at;
    }

    private static void append(int code, StringBuilder out) {
        if (code >= 0x80 && code < 0xA0) {
            out.append(WINDOWS_1252.charAt(code - 0x80));
        } else if (code >= 0xD800 && code < 0xE000 || code > Character.MAX_CODE_POINT) {
            out.append('\uFFFD');
        } else if (code >= ' ' || code == '\t' || code == '\n' || code == '\r') {
            out.appendCodePoint(code);
        }
    }

    private static int named(String text, int from, int end, boolean html, StringBuilder out) {
        int at = from;
        int most = Math.min(end, from + MAX_NAME);
        while (at < most && isAlphanumeric(text.charAt(at))) {
            at++;
        }
        if (at == from) {
            return -1;
        }
        String name = text.substring(from, at);
        boolean closed = at < end && text.charAt(at) == ';';
        if (closed || html && Entities.isBaseNamedEntity(name) && (at == end || text.charAt(at) != '=')) {
            String characters = characters(name);
            if (!characters.isEmpty()) {
                out.append(characters);
                return closed ? at + 1 : at;
            }
        }
        return -1;
    }

    private static String characters(String name) {
        return switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> Entities.getByName(name);
        };
    }

    private static int digit(char c, int radix) {
        return c < 0x80 ? Character.digit(c, radix) : -1;
    }

    private static boolean isAlphanumeric(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
