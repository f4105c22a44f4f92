package io.copydesk.extraction.metadata;

import io.copydesk.extraction.dom.PageTree;
import io.copydesk.extraction.dom.Tag;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The elements of a page that metadata are read from, in document order. They are looked up by many names; a query of the whole page for each would
 * cost more than parsing it.
 *
 * @param tree all of the page
 * @param metas {@code <meta>}
 * @param links {@code <link>}
 * @param scripts {@code <script>}
 * @param headings {@code <h1>}
 * @param frames {@code <html>}, {@code <body>}, {@code <main>}, {@code <article>}
 * @param properties elements with {@code itemprop}
 * @param counts how many elements there are of each {@link Tag}, by its ordinal
 * @param passwords how many fields for a password there are
 */
public record PageElements(
        PageTree tree,
        List<Element> metas,
        List<Element> links,
        List<Element> scripts,
        List<Element> headings,
        List<Element> frames,
        List<Element> properties,
        int[] counts,
        int passwords) {

    /** The elements of {@code document}. */
    public static PageElements of(Document document) {
        return of(PageTree.of(document));
    }

    /** The elements of a page. */
    public static PageElements of(PageTree tree) {
        List<Element> metas = new ArrayList<>();
        List<Element> links = new ArrayList<>();
        List<Element> scripts = new ArrayList<>();
        List<Element> headings = new ArrayList<>();
        List<Element> frames = new ArrayList<>();
        List<Element> properties = new ArrayList<>();
        int[] counts = new int[Tag.values().length];
        int passwords = 0;
        for (int i = 0; i < tree.size(); i++) {
            if (tree.isText(i)) {
                continue;
            }
            Tag tag = tree.tag(i);
            counts[tag.ordinal()]++;
            switch (tag) {
                case META -> metas.add(tree.element(i));
                case LINK -> links.add(tree.element(i));
                case SCRIPT -> scripts.add(tree.element(i));
                case H1 -> headings.add(tree.element(i));
                case HTML, BODY, MAIN, ARTICLE -> frames.add(tree.element(i));
                case INPUT -> passwords += tree.attr(i, "type").equalsIgnoreCase("password") ? 1 : 0;
                default -> {}
            }
            if (tree.has(i, PageTree.ITEMPROP)) {
                properties.add(tree.element(i));
            }
        }
        return new PageElements(tree, metas, links, scripts, headings, frames, properties, counts, passwords);
    }

    /** How many elements of this name the page has. */
    public int count(Tag tag) {
        return counts[tag.ordinal()];
    }
}
