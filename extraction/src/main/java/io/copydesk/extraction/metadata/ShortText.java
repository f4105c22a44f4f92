package io.copydesk.extraction.metadata;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/** The text of elements that should be short; reading stops once they are known to be longer. */
final class ShortText {

    private static final int MAX_NODES = 200;

    private ShortText() {}

    /** Characters of {@code text} without the white space around it. */
    static int strippedLength(String text) {
        int end = text.length();
        while (end > 0 && isBlank(text.charAt(end - 1))) {
            end--;
        }
        int start = 0;
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        return end - start;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\t' || (c < '!' || c > '~') && Character.isWhitespace(c);
    }

    /** Whether {@code node} is no text, or blank. */
    static boolean isEmpty(Node node) {
        return !(node instanceof TextNode text) || strippedLength(text.getWholeText()) == 0;
    }

    /** Whether the element is a heading of any level. */
    static boolean isHeading(Element e) {
        String name = e.normalName();
        return name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6';
    }

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
        String line = text == null ? null : Markup.oneLine(text.replaceAll("(?:\\s*\\|\\s*)+", " | "));
        String bare = line == null ? null : line.replaceAll("^\\| | \\|$", "");
        return bare == null || bare.isEmpty() || bare.length() > max ? null : bare;
    }

    private static @Nullable String read(Element element, int max, String boundary) {
        StringBuilder text = new StringBuilder();
        int[] nodes = {0};
        FilterResult end = NodeTraversor.filter(
                new NodeFilter() {
                    @Override
                    public FilterResult head(Node node, int depth) {
                        if (node instanceof TextNode t) {
                            text.append(t.getWholeText()).append(' ');
                        } else if (node instanceof Element e && e != element) {
                            if (e.normalName().equals("svg")) {
                                return FilterResult.SKIP_ENTIRELY;
                            }
                            text.append(e.isBlock() || e.normalName().equals("br") ? boundary : "");
                        }
                        return nodes[0]++ > MAX_NODES || text.length() > 4 * max
                                ? FilterResult.STOP
                                : FilterResult.CONTINUE;
                    }

                    @Override
                    public FilterResult tail(Node node, int depth) {
                        if (node instanceof Element e && e != element && e.isBlock()) {
                            text.append(boundary);
                        }
                        return FilterResult.CONTINUE;
                    }
                },
                element);
        return end == FilterResult.STOP ? null : text.toString();
    }
}
