package io.copydesk.extraction.metadata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * @param counts how many elements there are of each name; password fields also as {@code input:password}
 */
public record PageElements(
        List<Element> metas,
        List<Element> links,
        List<Element> scripts,
        List<Element> times,
        List<Element> headings,
        List<Element> frames,
        List<Element> properties,
        Map<String, int[]> counts) {

    /** The elements of {@code document}. */
    public static PageElements of(Document document) {
        PageElements elements = new PageElements(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new HashMap<>());
        NodeTraversor.traverse((node, depth) -> elements.add(node), document);
        return elements;
    }

    /** How many elements of this lower-case name the page has. */
    public int count(String name) {
        int[] count = counts.get(name);
        return count == null ? 0 : count[0];
    }

    private void add(Node node) {
        if (!(node instanceof Element element)) {
            return;
        }
        counts.computeIfAbsent(element.normalName(), name -> new int[1])[0]++;
        switch (element.normalName()) {
            case "meta" -> metas.add(element);
            case "link" -> links.add(element);
            case "script" -> scripts.add(element);
            case "time" -> times.add(element);
            case "h1" -> headings.add(element);
            case "html", "body", "main", "article" -> frames.add(element);
            case "input" -> {
                if (element.attr("type").equalsIgnoreCase("password")) {
                    counts.computeIfAbsent("input:password", name -> new int[1])[0]++;
                }
            }
            default -> {}
        }
        if (element.attributesSize() > 0 && element.hasAttr("itemprop")) {
            properties.add(element);
        }
    }
}
