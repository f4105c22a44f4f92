package io.copydesk.extraction.metadata;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** The text of elements that should be short; reading stops once they are known to be longer. */
final class ShortText {

    private static final int MAX_NODES = 200;
    private static final Pattern BARS = Pattern.compile("(?:\\s*\\|\\s*)+");
    private static final Pattern EDGES = Pattern.compile("^\\| | \\|$");

    private ShortText() {}

    /** The element's text on one line, or {@code null} when it is empty or longer than {@code max}. */
    static @Nullable String of(Element element, int max) {
        String text = read(element, max, " ");
        String line = text == null ? null : Markup.oneLine(text);
        return line == null || line.length() > max ? null : line;
    }

    /** The text that is the element's own, not that of its children, which are blanks in it. */
    static String own(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node child : element.childNodes()) {
            text.append(child instanceof TextNode t ? t.getWholeText() : " ");
        }
        String line = Markup.oneLine(text.toString());
        return line == null ? "" : line;
    }

    /** The same as {@link #of} with a bar between the lines of its block elements, and without drawings. */
    static @Nullable String lines(Element element, int max) {
        String text = read(element, max, " | ");
        String line = text == null
                ? null
                : Markup.oneLine(hasBar(text) ? BARS.matcher(text).replaceAll(" | ") : text);
        String bare = line != null && hasBar(line) ? EDGES.matcher(line).replaceAll("") : line;
        return bare == null || bare.isEmpty() || bare.length() > max ? null : bare;
    }

    private static boolean hasBar(String text) {
        return text.indexOf('|') >= 0;
    }

    private static @Nullable String read(Element element, int max, String boundary) {
        Reading reading = new Reading(max, boundary);
        return reading.goesOn() && reading.readAll(element) ? reading.text.toString() : null;
    }

    /** The text of one element as far as it was read; not deeper than {@link #MAX_NODES}. */
    private static final class Reading {

        private final int max;
        private final String boundary;
        private final StringBuilder text = new StringBuilder();
        private int nodes;

        Reading(int max, String boundary) {
            this.max = max;
            this.boundary = boundary;
        }

        private boolean goesOn() {
            return nodes++ <= MAX_NODES && text.length() <= 4 * max;
        }

        /** Reads what is inside {@code element}; {@code false} when that is too long. */
        private boolean readAll(Element element) {
            int n = element.childNodeSize();
            for (int i = 0; i < n; i++) {
                Node node = element.childNode(i);
                if (node instanceof TextNode t) {
                    text.append(t.getWholeText()).append(' ');
                } else if (node instanceof Element inner) {
                    text.append(isApart(element, i, inner) ? boundary : "");
                    if (!inner.normalName().equals("svg") && !read(inner)) {
                        return false;
                    }
                    continue;
                }
                if (!goesOn()) {
                    return false;
                }
            }
            return true;
        }

        /**
         * Whether {@code inner}, child {@code i}, follows another element with no blank between, so that what shows both keeps them apart, or one of the
         * same class, and has several words.
         */
        private static boolean isApart(Element element, int i, Element inner) {
            if (i == 0 || inner.isBlock() || inner.childNodeSize() == 0) {
                return false;
            }
            Node before = element.childNode(i - 1);
            return before instanceof Element
                    || i > 1
                            && before instanceof TextNode blank
                            && blank.isBlank()
                            && element.childNode(i - 2) instanceof Element other
                            && !other.className().isEmpty()
                            && other.className().equals(inner.className())
                            && inner.childNode(0) instanceof TextNode words
                            && words.getWholeText().strip().indexOf(' ') > 0;
        }

        private boolean read(Element inner) {
            boolean block = inner.isBlock();
            text.append(block || inner.normalName().equals("br") ? boundary : "");
            if (!goesOn() || !readAll(inner)) {
                return false;
            }
            text.append(block ? boundary : "");
            return true;
        }
    }
}
