package io.copydesk.ingest.xml;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits characters into tags and text in one pass. Text is whatever cannot be markup: {@code <} before a space or a digit, {@code &}
 * without a reference. One instance per document.
 */
final class XmlScanner {

    private static final int MAX_ATTRIBUTES = 128;
    static final String DOCTYPE = "<!DOCTYPE";

    /** Receives tags and text in document order. */
    interface Sink {

        /**
         * A start tag.
         *
         * @param name in lower case, with prefix
         * @param attributes names in lower case and values by turns
         * @param closed whether the tag is an empty-element tag
         */
        void start(String name, List<String> attributes, boolean closed);

        /** An end tag, whether or not such an element is open. */
        void end(String name);

        /** Text with resolved references, without characters that XML forbids. */
        void text(String text);

        /** Whether scanning stops here. */
        boolean full();
    }

    private final String text;
    private final int length;
    private final Sections sections;
    private final InternalEntities entities = new InternalEntities();
    private int at;
    /** No quote of this kind follows: repeated searches to the end would take quadratic time. */
    private boolean noDouble;

    private boolean noSingle;

    XmlScanner(String text) {
        this.text = text;
        this.length = text.length();
        this.sections = new Sections(text);
    }

    void scan(Sink sink) {
        while (at < length && !sink.full()) {
            int open = text.indexOf('<', at);
            if (open < 0) {
                open = length;
            }
            if (open > at) {
                sink.text(characters(at, open));
            }
            at = open;
            if (at < length && !markup(sink)) {
                sink.text("<");
                at = open + 1;
            }
        }
    }

    /** Reads the markup at this place; false when there is none. */
    private boolean markup(Sink sink) {
        char next = at + 1 < length ? text.charAt(at + 1) : ' ';
        if (next == '!') {
            Sections.Section section = sections.at(at);
            if (text.regionMatches(true, at, DOCTYPE, 0, DOCTYPE.length())) {
                entities.declare(text, at, section.next());
            }
            if (section.to() > section.from()) {
                sink.text(clean(text.substring(section.from(), section.to())));
            }
            at = section.next();
            return true;
        }
        if (next == '?') {
            at = sections.instruction(at);
            return true;
        }
        return next == '/' ? endTag(sink) : isNameStart(next) && startTag(sink);
    }

    private boolean endTag(Sink sink) {
        int from = at + 2;
        int end = from;
        while (end < length && text.charAt(end) != '>' && text.charAt(end) != '<') {
            end++;
        }
        if (from >= length || !isNameStart(text.charAt(from))) {
            at = end < length && text.charAt(end) == '>' ? end + 1 : end;
            return true;
        }
        int nameEnd = nameEnd(from);
        sink.end(lower(text.substring(from, Math.min(nameEnd, end))));
        at = end < length && text.charAt(end) == '>' ? end + 1 : end;
        return true;
    }

    private boolean startTag(Sink sink) {
        int open = at;
        int nameEnd = nameEnd(at + 1);
        String name = lower(text.substring(at + 1, nameEnd));
        List<String> attributes = List.of();
        boolean words = false;
        at = nameEnd;
        while (true) {
            skipBlanks();
            if (at >= length) {
                return true; // document truncated in a tag
            }
            char c = text.charAt(at);
            if (c == '>' || c == '/' && at + 1 < length && text.charAt(at + 1) == '>') {
                at += c == '>' ? 1 : 2;
                sink.start(name, attributes, c == '/');
                return true;
            }
            if (c == '<') {
                if (words) {
                    at = open;
                    return false; // "x <y and z</title>"
                }
                sink.start(name, attributes, false);
                return true;
            }
            if (attributes.isEmpty()) {
                attributes = new ArrayList<>(4);
            }
            words |= !attribute(attributes);
        }
    }

    /** Reads one attribute; false when it has no value. */
    private boolean attribute(List<String> attributes) {
        int from = at++;
        while (at < length && isAttributeName(text.charAt(at))) {
            at++;
        }
        String name = lower(text.substring(from, at));
        skipBlanks();
        if (at >= length || text.charAt(at) != '=') {
            return name.equals("/") || attributes.size() > 0;
        }
        at++;
        skipBlanks();
        String value = value();
        if (attributes.size() < 2 * MAX_ATTRIBUTES) {
            attributes.add(name);
            attributes.add(value);
        }
        return true;
    }

    private String value() {
        if (at >= length) {
            return "";
        }
        char quote = text.charAt(at);
        if (quote == '"' || quote == '\'') {
            int from = at + 1;
            int end = closing(quote, from);
            at = end < length && text.charAt(end) == quote ? end + 1 : end;
            return characters(from, end);
        }
        int from = at;
        while (at < length
                && text.charAt(at) > ' '
                && text.charAt(at) != '>'
                && text.charAt(at) != '<'
                && !(text.charAt(at) == '/' && at + 1 < length && text.charAt(at + 1) == '>')) {
            at++;
        }
        return characters(from, at);
    }

    /** The index where the value ends: its quote, or the end of the tag when the quote is missing. */
    private int closing(char quote, int from) {
        int tagEnd = -1;
        boolean none = quote == '"' ? noDouble : noSingle;
        for (int i = from; i < length; i++) {
            char c = text.charAt(i);
            if (c == quote) {
                return i;
            }
            if (c == '>' && tagEnd < 0) {
                tagEnd = i;
            }
            if (tagEnd >= 0 && (c == '<' || none)) {
                return text.charAt(tagEnd - 1) == '/' && tagEnd > from ? tagEnd - 1 : tagEnd;
            }
        }
        noDouble |= quote == '"';
        noSingle |= quote == '\'';
        return tagEnd < 0 ? length : tagEnd;
    }

    /** The characters in a range with references resolved, without those that XML forbids. */
    private String characters(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '&' || isForbidden(c)) {
                return resolved(from, i, to);
            }
        }
        return text.substring(from, to);
    }

    private String resolved(int from, int first, int to) {
        StringBuilder out = new StringBuilder(to - from).append(text, from, first);
        int i = first;
        while (i < to) {
            char c = text.charAt(i);
            if (c == '&') {
                i = References.append(text, i, to, false, entities::text, out);
            } else {
                if (!isForbidden(c)) {
                    out.append(c);
                }
                i++;
            }
        }
        return out.toString();
    }

    private static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isForbidden(text.charAt(i))) {
                StringBuilder out = new StringBuilder(text.length());
                text.chars().filter(c -> !isForbidden((char) c)).forEach(c -> out.append((char) c));
                return out.toString();
            }
        }
        return text;
    }

    private static boolean isForbidden(char c) {
        return c < ' ' && c != '\n' && c != '\t' && c != '\r' || c == '\uFFFE' || c == '\uFFFF' || c == '\uFEFF';
    }

    private int nameEnd(int from) {
        int end = from;
        while (end < length && isName(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isNameStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == ':' || c >= 0xC0 && c != '\uFFFD';
    }

    private static boolean isName(char c) {
        return c > ' ' && c != '>' && c != '/' && c != '<' && c != '=' && c != '"' && c != '\'' && c != '&';
    }

    private static boolean isAttributeName(char c) {
        return c > ' ' && c != '>' && c != '<' && c != '=' && c != '/' && c != '"' && c != '\'';
    }

    private void skipBlanks() {
        while (at < length && text.charAt(at) <= ' ') {
            at++;
        }
    }

    /** ASCII letters in lower case. */
    private static String lower(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                StringBuilder out = new StringBuilder(name);
                for (int k = i; k < name.length(); k++) {
                    char each = name.charAt(k);
                    out.setCharAt(k, each >= 'A' && each <= 'Z' ? (char) (each | 0x20) : each);
                }
                return out.toString();
            }
        }
        return name;
    }
}
