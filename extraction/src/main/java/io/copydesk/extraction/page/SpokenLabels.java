package io.copydesk.extraction.page;

import io.copydesk.extraction.resource.WordLists;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Labels that only screen readers have, and the words of a line that they are spoken in place of. Stateless and thread-safe. */
final class SpokenLabels {

    /** Most characters of a label that is hidden inside a line. */
    private static final int MAX_LABEL = 80;
    /** Characters beside an element from which on it stands in a sentence. */
    private static final int LEAST_BESIDE = 10;

    private static final List<String> NAMES =
            WordLists.of(SpokenLabels.class, "inline-words.txt").get("label");

    private SpokenLabels() {}

    /** Whether a hidden element holds only such a label. */
    static boolean isOne(Element element) {
        String names = element.className().toLowerCase(Locale.ROOT);
        return NAMES.stream().anyMatch(names::contains)
                && element.childNodeSize() <= 1
                && element.text().length() <= MAX_LABEL;
    }

    /** Whether {@code element}, which is hidden, is words of a sentence that readers see and for which screen readers have a label right beside. */
    static boolean areSpokenFor(Element element) {
        Element parent = element.parent();
        return element.attr("aria-hidden").equals("true")
                && !element.hasAttr("hidden")
                && element.attr("style").isEmpty()
                && !isIcon(element)
                && (isLabel(beside(element.nextSibling(), true)) || isLabel(beside(element.previousSibling(), false)))
                && parent != null
                && parent.ownText().length() >= LEAST_BESIDE
                && element.text().chars().anyMatch(Character::isLetterOrDigit);
    }

    /** Letters may be drawn as icons. */
    private static boolean isIcon(Element element) {
        return element.normalName().equals("i")
                || element.className().toLowerCase(Locale.ROOT).contains("icon");
    }

    private static boolean isLabel(@Nullable Node node) {
        return node instanceof Element label && isOne(label);
    }

    /** {@code node}, or the next one in that direction when it is a blank. */
    private static @Nullable Node beside(@Nullable Node node, boolean forward) {
        if (!(node instanceof TextNode text) || !text.isBlank()) {
            return node;
        }
        return forward ? text.nextSibling() : text.previousSibling();
    }
}
