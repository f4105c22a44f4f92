package io.copydesk.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** What a page shows beside its navigation, for pages of a few sentences, of which no main text can be told from the rest. */
final class ShortPage {

    /** Texts that are collected at most; a page with more says more than a notice. */
    private static final int MOST = 40;

    private static final int DEEPEST = 200;

    private static final Set<String> APART = Set.of(
            "nav",
            "header",
            "footer",
            "aside",
            "script",
            "style",
            "noscript",
            "template",
            "form",
            "button",
            "a",
            "ul",
            "ol",
            "svg",
            "select",
            "dialog");

    private static final Set<String> INLINE =
            Set.of("b", "strong", "i", "em", "span", "font", "u", "small", "big", "mark", "abbr", "br", "a", "time");

    private ShortPage() {}

    /** The texts of its blocks, in order, a heading within the page's header among them; none when there are many. */
    static List<String> texts(Document document) {
        List<String> texts = new ArrayList<>();
        collect(document.body(), texts, 0);
        return texts.size() < MOST ? texts : List.of();
    }

    private static void collect(Element block, List<String> texts, int depth) {
        StringBuilder own = new StringBuilder();
        for (Node node : block.childNodes()) {
            if (texts.size() >= MOST || depth > DEEPEST) {
                return;
            }
            if (node instanceof TextNode text) {
                own.append(text.text());
            } else if (node instanceof Element child) {
                if (INLINE.contains(child.normalName())) {
                    own.append(' ').append(child.text());
                } else {
                    flush(own, texts);
                    if (child.normalName().equals("header")) {
                        child.select("h1").eachText().stream().limit(1).forEach(texts::add);
                    } else if (!APART.contains(child.normalName())) {
                        collect(child, texts, depth + 1);
                    }
                }
            }
        }
        flush(own, texts);
    }

    private static void flush(StringBuilder own, List<String> texts) {
        String text = own.toString().strip();
        own.setLength(0);
        if (!text.isEmpty()) {
            texts.add(text);
        }
    }
}
