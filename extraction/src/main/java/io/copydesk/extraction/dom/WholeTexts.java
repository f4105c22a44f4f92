package io.copydesk.extraction.dom;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;

/**
 * Makes one text of what readers see as one: removes the comments of a page, which frameworks put between the parts of a sentence, and the characters
 * that show nothing, such as soft hyphens and zero-width spaces. Takes time linear in the page.
 */
public final class WholeTexts {

    private WholeTexts() {}

    /** Restores the texts of {@code document}, whose pieces are in their places already. */
    public static void restore(Document document) {
        Set<Element> parted = Collections.newSetFromMap(new IdentityHashMap<>());
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode text) {
                        removeInvisible(text);
                    } else if (node instanceof Comment && node.parent() instanceof Element outer) {
                        parted.add(outer);
                    }
                },
                document);
        parted.forEach(WholeTexts::removeComments);
    }

    private static void removeInvisible(TextNode node) {
        String text = node.getWholeText();
        int first = 0;
        while (first < text.length() && !isInvisible(text.charAt(first))) {
            first++;
        }
        if (first < text.length()) {
            StringBuilder shown = new StringBuilder(text.length()).append(text, 0, first);
            for (int i = first; i < text.length(); i++) {
                if (!isInvisible(text.charAt(i))) {
                    shown.append(text.charAt(i));
                }
            }
            node.text(shown.toString());
        }
    }

    /** Whether {@code c} shows nothing: DEL and the controls behind it, soft hyphens, zero-width spaces, marks of direction, word joiners. */
    public static boolean isInvisible(char c) {
        return c >= 0x7F
                && (c <= 0x9F
                        || c == '\u00AD'
                        || c == '\u200B'
                        || c == '\u200E'
                        || c == '\u200F'
                        || c == '\u2060'
                        || c == '\uFEFF');
    }

    private static void removeComments(Element parted) {
        List<Node> kept = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Node node : List.copyOf(parted.childNodes())) {
            if (node instanceof TextNode part) {
                text.append(part.getWholeText());
            } else if (!(node instanceof Comment)) {
                addText(kept, text);
                kept.add(node);
            }
        }
        addText(kept, text);
        parted.empty();
        parted.appendChildren(kept);
    }

    private static void addText(List<Node> nodes, StringBuilder text) {
        if (!text.isEmpty()) {
            nodes.add(new TextNode(text.toString()));
            text.setLength(0);
        }
    }
}
