package io.copydesk.ingest.xml;

import java.util.function.Predicate;

/**
 * Reads XML, well-formed or not: what a strict parser rejects is read as it was most likely meant. Linear time, bounded tree. Pure, safe
 * for any thread, never throws.
 *
 * <pre>{@code
 * Xml.parse("<rss><channel><title>Tea & cake</channel>", XmlVocabulary.NONE)
 *         .children().get(0) // rss
 * }</pre>
 */
public final class Xml {

    /** The deepest level of the tree; tags of deeper elements are dropped, their text is kept. */
    static final int MAX_DEPTH = 100;

    /** The most elements of a tree; the document is not read any further. */
    static final int MAX_ELEMENTS = 500_000;

    private Xml() {}

    /** The document: an element without name whose children are the root elements, usually one. */
    public static XmlElement parse(String text, XmlVocabulary vocabulary) {
        return parse(text, vocabulary, element -> false);
    }

    /**
     * Like {@link #parse(String, XmlVocabulary)}, for documents too large for a tree: {@code taken} gets each element when it ends, and
     * the element is removed from the tree when {@code taken} returns true.
     */
    public static XmlElement parse(String text, XmlVocabulary vocabulary, Predicate<XmlElement> taken) {
        XmlTree tree = new XmlTree(vocabulary, taken);
        new XmlScanner(text).scan(tree);
        return tree.document();
    }
}
