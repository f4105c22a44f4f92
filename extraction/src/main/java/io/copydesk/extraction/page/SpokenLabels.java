package io.copydesk.extraction.page;

import io.copydesk.extraction.dom.PageTree;
import io.copydesk.extraction.resource.WordLists;
import io.copydesk.schemas.LowerCase;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Labels that only screen readers have, and the words of a line that they are spoken in place of. Stateless and thread-safe. */
final class SpokenLabels {

    /** Most characters of a label that is hidden inside a line. */
    private static final int MAX_LABEL = 80;
    /** Nodes of what is spoken otherwise at most. */
    private static final int MAX_NODES = 16;
    /** Characters of the text beside an element at least, where it stands in a sentence. */
    private static final int LEAST_BESIDE = 10;
    /** Nodes up to that text at most: blanks and the label. */
    private static final int REACH = 3;

    private static final List<String> NAMES =
            WordLists.of(SpokenLabels.class, "inline-words.txt").get("label");

    private SpokenLabels() {}

    /** Whether a hidden element holds only such a label. */
    static boolean isOne(Element element) {
        String names = LowerCase.of(element.className());
        return NAMES.stream().anyMatch(names::contains)
                && element.childNodeSize() <= 1
                && element.text().length() <= MAX_LABEL;
    }

    /** Whether element {@code i}, which is hidden, is words of a sentence that readers see and for which screen readers have a label right beside. */
    static boolean areSpokenFor(PageTree page, int i) {
        if (page.end(i) - i > MAX_NODES) {
            return false;
        }
        Element element = page.element(i);
        return element.attr("aria-hidden").equals("true")
                && !element.hasAttr("hidden")
                && element.attr("style").isEmpty()
                && !isIcon(element)
                && (isLabel(beside(element, true)) || isLabel(beside(element, false)))
                && (standsBeside(element, true) || standsBeside(element, false))
                && element.text().chars().anyMatch(Character::isLetterOrDigit);
    }

    /** Whether there is text right before or behind {@code element} and its label. */
    private static boolean standsBeside(Element element, boolean forward) {
        Node node = next(element, forward);
        for (int i = 0; i < REACH && node != null; i++) {
            if (node instanceof TextNode text && text.getWholeText().length() >= LEAST_BESIDE && !text.isBlank()) {
                return true;
            }
            node = next(node, forward);
        }
        return false;
    }

    /** Letters may be drawn as icons. */
    private static boolean isIcon(Element element) {
        return element.normalName().equals("i")
                || LowerCase.of(element.className()).contains("icon");
    }

    private static boolean isLabel(@Nullable Node node) {
        return node instanceof Element label && isOne(label);
    }

    /** What is right beside {@code element}, blanks aside. */
    private static @Nullable Node beside(Element element, boolean forward) {
        Node node = next(element, forward);
        return node instanceof TextNode text && text.isBlank() ? next(text, forward) : node;
    }

    private static @Nullable Node next(Node node, boolean forward) {
        return forward ? node.nextSibling() : node.previousSibling();
    }
}
