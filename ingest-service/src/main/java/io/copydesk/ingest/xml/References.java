package io.copydesk.ingest.xml;

import io.copydesk.extraction.charset.WindowsControls;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * Resolves character references. The names of HTML are known without a declaration; those that a document declares are its reader's to
 * know.
 */
public final class References {

    private static final int MAX_NAME = 32;

    private static final Pattern LOW_SURROGATE = Pattern.compile("&#(?:[xX]([0-9a-fA-F]{4})|([0-9]{5}));");

    /** Characters of such a reference. */
    private static final int MAX_SURROGATE = 8;

    private References() {}

    /**
     * Appends the characters of the reference at {@code at}, the index of an ampersand; the ampersand itself when no reference is there.
     *
     * @param html whether, as in HTML, some references need no semicolon
     * @return the index after what was read
     */
    public static int append(String text, int at, int end, boolean html, StringBuilder out) {
        return append(text, at, end, html, name -> null, out);
    }

    /** The same with names that the document declares. */
    static int append(
            String text,
            int at,
            int end,
            boolean html,
            Function<String, @Nullable String> declared,
            StringBuilder out) {
        int next = at + 1 < end && text.charAt(at + 1) == '#'
                ? numeric(text, at + 2, end, html, out)
                : named(text, at + 1, end, html, declared, out);
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
        int next = closed ? at + 1 : at;
        int low = closed && code >= 0xD800 && code < 0xDC00 ? lowSurrogate(text, next, end) : -1;
        if (low >= 0) {
            out.appendCodePoint(Character.toCodePoint((char) code, (char) low));
            return text.indexOf(';', next) + 1;
        }
        append(code, out);
        return next;
    }

    private static boolean isSurrogate(int code) {
        return code >= 0xD800 && code < 0xE000;
    }

    /** The low half in the reference at {@code at}: some programs write a character as two references. -1 when it is none. */
    private static int lowSurrogate(String text, int at, int end) {
        Matcher low = LOW_SURROGATE.matcher(text).region(at, Math.min(end, at + MAX_SURROGATE));
        if (!low.lookingAt()) {
            return -1;
        }
        String hex = low.group(1);
        int code = hex != null ? Integer.parseInt(hex, 16) : Integer.parseInt(low.group(2));
        return code >= 0xDC00 && code < 0xE000 ? code : -1;
    }

    private static void append(int code, StringBuilder out) {
        if (code >= 0x80 && code < 0xA0) {
            out.append(WindowsControls.meant((char) code));
        } else if (isSurrogate(code) || code > Character.MAX_CODE_POINT) {
            out.append('\uFFFD');
        } else if (code >= ' ' || code == '\t' || code == '\n' || code == '\r') {
            out.appendCodePoint(code);
        }
    }

    private static int named(
            String text,
            int from,
            int end,
            boolean html,
            Function<String, @Nullable String> declared,
            StringBuilder out) {
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
            String known = characters(name);
            String characters = known.isEmpty() ? declared.apply(name) : known;
            if (characters != null) {
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
