package io.copydesk.extraction.page;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/** Whether an inline element is part of the sentence around it, as a date or a name with a class of its own inside a paragraph. */
final class SentenceContext {

    /** Nodes read behind the element at most, so that the cost of a page stays linear. */
    private static final int MAX_NODES = 40;
    /** Characters read before, in and behind the element at most. */
    private static final int MAX_CHARS = 160;
    /** Weight from which a line is a paragraph even without the mark that ends a sentence. */
    private static final int PARAGRAPH = 100;

    private SentenceContext() {}

    /**
     * Whether {@code element} is inside a sentence.
     *
     * @param before the text of its block before it
     */
    static boolean isInside(CharSequence before, Element element) {
        String left = before.subSequence(Math.max(0, before.length() - MAX_CHARS), before.length())
                .toString()
                .strip();
        String own = textOf(element);
        String right = textAfter(element);
        boolean opens = left.isEmpty() || TextShape.endsSentence(left);
        int first = firstVisible(right);
        if (first < 0 || opens && !Character.isLowerCase(right.charAt(first))) {
            return false;
        }
        String line = left + " " + own + " " + right;
        return TextShape.weight(own) * 2 <= TextShape.weight(line)
                && (TextShape.endsSentence(line) || TextShape.weight(line) >= PARAGRAPH);
    }

    /** The beginning of the element's text. */
    private static String textOf(Element element) {
        StringBuilder text = new StringBuilder();
        NodeTraversor.filter(
                (node, depth) -> {
                    if (node instanceof TextNode line) {
                        text.append(line.getWholeText());
                    }
                    return text.length() < MAX_CHARS ? FilterResult.CONTINUE : FilterResult.STOP;
                },
                element);
        return text.toString().strip();
    }

    private static int firstVisible(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i)) && !Character.isSpaceChar(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    /** The text between the element and the end of its block. */
    private static String textAfter(Element element) {
        StringBuilder text = new StringBuilder();
        Node node = next(element, false);
        for (int i = 0; i < MAX_NODES && node != null && text.length() < MAX_CHARS; i++) {
            boolean enter = false;
            if (node instanceof TextNode line) {
                text.append(line.getWholeText());
            } else if (node instanceof Element inner) {
                TagKind kind = TagKind.of(inner.normalName());
                if (kind == TagKind.BLOCK || kind == TagKind.RULE || kind == TagKind.LINE_BREAK) {
                    break;
                }
                enter = kind != TagKind.SKIPPED && !Visibility.isHidden(inner);
            }
            node = next(node, enter);
        }
        return text.toString();
    }

    /** The node behind {@code node} in its block; {@code null} at the end of the block. */
    private static @Nullable Node next(Node node, boolean enter) {
        if (enter && node.childNodeSize() > 0) {
            return node.childNode(0);
        }
        Node up = node;
        while (up.nextSibling() == null) {
            up = up.parent();
            if (up == null || !(up instanceof Element element) || TagKind.of(element.normalName()) == TagKind.BLOCK) {
                return null;
            }
        }
        return up.nextSibling();
    }
}
