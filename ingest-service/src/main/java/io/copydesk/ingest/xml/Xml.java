package io.copydesk.ingest.xml;

import java.util.function.Predicate;

/**
 * Reads XML, well-formed or not: what a strict parser refuses is read as it was most likely meant. Pure, safe for any
 * thread, never throws.
 *
 * <pre>{@code
 * Xml.parse("<rss><channel><title>Tea & cake</channel>", Nesting.AS_WRITTEN)
 *         .children().get(0) // rss
 * }</pre>
 */
public final class Xml {

    /** Elements deeper than this are read as if they were not tagged. */
    static final int MAX_DEPTH = 100;

    /** What follows so many elements is not read. */
    static final int MAX_ELEMENTS = 500_000;

    private Xml() {}

    /** The document: an element without name whose children are the root elements found, usually one. */
    public static XmlElement parse(String text, Nesting nesting) {
        return parse(text, nesting, element -> false);
    }

    /**
     * Like {@link #parse(String, Nesting)}, for documents too large for a tree: each element is handed over when it
     * ends, and forgotten when {@code taken} says so.
     */
    public static XmlElement parse(String text, Nesting nesting, Predicate<XmlElement> taken) {
        XmlTree tree = new XmlTree(nesting, taken);
        new XmlScanner(text).scan(tree);
        return tree.document();
    }
}
