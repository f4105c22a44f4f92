package io.copydesk.extraction;

import io.copydesk.extraction.dom.WholeTexts;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Parses HTML within limits, puts the pieces of a page where they belong and makes its texts whole. */
final class PageParser {

    private final int maxDepth;

    PageParser(int maxDepth) {
        this.maxDepth = maxDepth;
    }

    /** Parses {@code html}; never fails. A jsoup parser is not thread-safe, so each page gets its own. */
    Document parse(String html, @Nullable String url) {
        Parser parser = Parser.htmlParser().setMaxDepth(maxDepth);
        Document document = parser.parseInput(html, url == null ? "" : url);
        StreamedPieces.place(document, html);
        WholeTexts.restore(document);
        return document;
    }
}
