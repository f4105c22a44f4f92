package io.copydesk.extraction.metadata;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeTraversor;

/**
 * The elements of a page, found in one walk, in document order. Metadata are looked up by many names; a query of the whole page for each would
 * cost more than parsing it.
 *
 * @param metas {@code <meta>}
 * @param links {@code <link>}
 * @param scripts {@code <script>}
 * @param times {@code <time>}
 * @param headings {@code <h1>}
 * @param frames {@code <html>}, {@code <body>}, {@code <main>}, {@code <article>}
 * @param properties elements with {@code itemprop}
 */
public record PageElements(
        List<Element> metas,
        List<Element> links,
        List<Element> scripts,
        List<Element> times,
        List<Element> headings,
        List<Element> frames,
        List<Element> properties) {

    /** The elements of {@code document}. */
    public static PageElements of(Document document) {
        PageElements elements = new PageElements(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        NodeTraversor.traverse((node, depth) -> elements.add(node), document);
        return elements;
    }

    private void add(Node node) {
        if (!(node instanceof Element element)) {
            return;
        }
        switch (element.normalName()) {
            case "meta" -> metas.add(element);
            case "link" -> links.add(element);
            case "script" -> scripts.add(element);
            case "time" -> times.add(element);
            case "h1" -> headings.add(element);
            case "html", "body", "main", "article" -> frames.add(element);
            default -> {}
        }
        if (element.attributesSize() > 0 && element.hasAttr("itemprop")) {
            properties.add(element);
        }
    }
}
