package io.copydesk.extraction.page;

import io.copydesk.schemas.LowerCase;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * Boxes about a person or a term that readers see when they point at its link in a sentence, but whose style sheet is not in the page: they stand right
 * behind the link, inside the sentence.
 */
final class HoverCards {

    /** Parts of the names of classes. */
    private static final List<String> NAMES = List.of(
            "tooltip", "popover", "popup", "rollover", "hovercard", "hover-card", "hover-box", "hoverbox", "flyout");

    private static final Evaluator CONTENTS = Selector.evaluatorOf("a[href], img");

    /** Characters of a link's text that its box repeats, at the least. */
    private static final int LEAST_REPEATED = 4;

    private HoverCards() {}

    /**
     * Whether {@code element} is such a box.
     *
     * @param before the text of its block before it
     */
    static boolean isOne(Element element, CharSequence before) {
        if (before.length() == 0 || element.childNodeSize() == 0) {
            return false;
        }
        Element trigger = directlyBefore(element);
        if (trigger == null || element.childrenSize() == 0) {
            return false;
        }
        String label = trigger.text().strip();
        if (label.isEmpty()) {
            return false;
        }
        if (element.attr("role").equals("tooltip")) {
            return true;
        }
        String own = element.text().strip();
        return own.length() > label.length()
                && (isNamedSo(element) || repeats(label, own, before))
                && element.selectFirst(CONTENTS) != null;
    }

    /** Whether the box begins with the text of the link, or with the words before that it ends with: "Ida Holm" behind "Holm". */
    private static boolean repeats(String label, String own, CharSequence before) {
        if (own.startsWith(label)) {
            return label.length() >= LEAST_REPEATED;
        }
        int end = own.indexOf(label);
        String beginning = end < 0 ? "" : own.substring(0, end + label.length());
        return end > 0
                && beginning.length() <= 2 * label.length() + LEAST_REPEATED
                && before.toString().stripTrailing().endsWith(beginning);
    }

    private static boolean isNamedSo(Element element) {
        String names = LowerCase.of(element.className());
        return !names.isEmpty() && NAMES.stream().anyMatch(names::contains);
    }

    /** The element that it stands behind without a word between, or {@code null}. */
    private static @Nullable Element directlyBefore(Element element) {
        Node node = element.previousSibling();
        while (node instanceof TextNode text && text.isBlank()) {
            node = node.previousSibling();
        }
        return node instanceof Element before && TagKind.of(before.normalName()) != TagKind.BLOCK ? before : null;
    }
}
