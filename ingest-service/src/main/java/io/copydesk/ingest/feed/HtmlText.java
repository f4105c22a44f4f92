package io.copydesk.ingest.feed;

import io.copydesk.extraction.resource.ResourceLines;
import io.copydesk.ingest.xml.References;
import io.copydesk.ingest.xml.XmlElement;
import io.copydesk.schemas.LowerCase;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Converts HTML fragments to plain text in one pass: removes tags, separates words at block elements, resolves references once and
 * collapses white space. A word in angle brackets that is not an HTML element ({@code List<Item>}) is text. One instance per value.
 */
final class HtmlText {

    private enum Kind {
        INLINE,
        BLOCK,
        DROPPED
    }

    private static final Map<String, Kind> ELEMENTS = elements();

    /** The most failed searches for the end of an element or a tag per value; each may run to the end of the value. */
    private static final int MAX_LOOKS = 20;

    private static final int LONG_TAG = 20_000;
    private static final int SHORT_TAG = 200;

    private final String html;
    private final StringBuilder out;
    private int at;
    private int looks;

    private HtmlText(String html) {
        this.html = html;
        this.out = new StringBuilder(Math.min(html.length(), FeedText.MAX_TEXT + 64));
    }

    private static Map<String, Kind> elements() {
        Map<String, Kind> elements = new HashMap<>();
        for (String line : ResourceLines.of(HtmlText.class, "html-elements.txt")) {
            String[] words = line.split("[: ]+");
            for (int i = 1; i < words.length; i++) {
                elements.put(words[i], Kind.valueOf(words[0].toUpperCase(Locale.ROOT)));
            }
        }
        return Map.copyOf(elements);
    }

    /** The text of a fragment, {@code null} when there is none. */
    static @Nullable String of(@Nullable String html) {
        if (html == null) {
            return null;
        }
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return FeedText.line(html);
        }
        HtmlText text = new HtmlText(html);
        text.read();
        return FeedText.line(text.out.toString());
    }

    /** The text of inline markup (XHTML), whose references are resolved already; {@code null} when there is none. */
    static @Nullable String of(XmlElement markup) {
        if (!markup.hasChildren()) {
            return FeedText.line(markup.text());
        }
        StringBuilder out = new StringBuilder();
        append(markup, out);
        return FeedText.line(out.toString());
    }

    private static void append(XmlElement markup, StringBuilder out) {
        for (Object part : markup.content()) {
            if (part instanceof XmlElement child) {
                Kind kind = ELEMENTS.getOrDefault(child.local(), Kind.BLOCK);
                if (kind != Kind.DROPPED) {
                    out.append(kind == Kind.BLOCK ? " " : "");
                    append(child, out);
                    out.append(kind == Kind.BLOCK ? " " : "");
                }
            } else {
                out.append(part);
            }
        }
    }

    private void read() {
        while (at < html.length() && out.length() < 2 * FeedText.MAX_TEXT) {
            char c = html.charAt(at);
            if (c == '&') {
                at = References.append(html, at, html.length(), true, out);
            } else if (c == '<') {
                markup();
            } else {
                out.append(c);
                at++;
            }
        }
    }

    private void markup() {
        char next = at + 1 < html.length() ? html.charAt(at + 1) : ' ';
        if (html.startsWith("<!--", at)) {
            at = after("-->", at + 2);
        } else if (html.startsWith("<![CDATA[", at)) {
            at += 9;
        } else if (next == '!' || next == '?') {
            at = after(">", at);
        } else if (next == '/' || isLetter(next)) {
            tag(next == '/');
        } else {
            out.append('<');
            at++;
        }
    }

    private void tag(boolean end) {
        int from = at + (end ? 2 : 1);
        int nameEnd = from;
        while (nameEnd < html.length() && isName(html.charAt(nameEnd))) {
            nameEnd++;
        }
        String name = LowerCase.of(html.substring(from, nameEnd));
        int close = tagEnd(nameEnd, Math.min(html.length(), nameEnd + (looks < MAX_LOOKS ? LONG_TAG : SHORT_TAG)));
        looks += close < 0 ? 1 : 0;
        Kind kind = kind(name, nameEnd, close, end);
        if (kind == null) {
            out.append('<');
            at++;
            return;
        }
        out.append(kind == Kind.BLOCK ? " " : "");
        at = close + 1;
        if (kind == Kind.DROPPED && !end && looks < MAX_LOOKS) {
            int over = indexOfIgnoringCase("</" + name, at);
            looks += over < 0 ? 1 : 0;
            at = over < 0 ? at : over;
        }
    }

    /** The kind of the element, {@code null} when this is not a tag. */
    private @Nullable Kind kind(String name, int nameEnd, int close, boolean end) {
        if (close < 0 || name.isEmpty()) {
            return null;
        }
        Kind known = ELEMENTS.get(name);
        if (known != null) {
            return known;
        }
        boolean element = name.indexOf('-') >= 0
                || name.indexOf(':') >= 0
                || (end ? isOpen(name) : isElement(name, nameEnd, close));
        return element ? Kind.INLINE : null;
    }

    private boolean isElement(String name, int nameEnd, int close) {
        return html.charAt(close - 1) == '/'
                || html.substring(nameEnd, close).indexOf('=') >= 0
                || looks++ < 2 * MAX_LOOKS && indexOfIgnoringCase("</" + name, close) >= 0;
    }

    /** Whether there is a start tag before the end tag at this place. */
    private boolean isOpen(String name) {
        for (int i = html.lastIndexOf('<', at - 1); i >= 0 && looks < 2 * MAX_LOOKS; i = html.lastIndexOf('<', i - 1)) {
            if (html.regionMatches(true, i + 1, name, 0, name.length())) {
                return true;
            }
            looks++;
        }
        return false;
    }

    /** The index of the tag's {@code >}, -1 when there is none. */
    private int tagEnd(int from, int to) {
        char quote = 0;
        int first = -1;
        for (int i = from; i < to; i++) {
            char c = html.charAt(i);
            if (c == '>') {
                if (quote == 0) {
                    return i;
                }
                first = first < 0 ? i : first;
            } else if (c == '<' && first >= 0) {
                return first; // unbalanced quote
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if ((c == '"' || c == '\'') && html.charAt(i - 1) == '=') {
                quote = c;
            } else if (c == '<') {
                return -1;
            }
        }
        return first;
    }

    private int indexOfIgnoringCase(String what, int from) {
        for (int i = html.indexOf("</", from); i >= 0; i = html.indexOf("</", i + 2)) {
            if (html.regionMatches(true, i, what, 0, what.length())) {
                return i;
            }
        }
        return -1;
    }

    private int after(String end, int from) {
        int found = html.indexOf(end, from);
        return found < 0 ? html.length() : found + end.length();
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isName(char c) {
        return isLetter(c) || c >= '0' && c <= '9' || c == '-' || c == ':' || c == '_' || c == '.';
    }
}
