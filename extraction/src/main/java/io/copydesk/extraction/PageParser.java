package io.copydesk.extraction;

import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Parses HTML within limits. */
final class PageParser {

    private final int maxDepth;

    PageParser(int maxDepth) {
        this.maxDepth = maxDepth;
    }

    /** Parses {@code html}; never fails. A jsoup parser is no thread's to share, so each page gets its own. */
    Document parse(String html, String url) {
        Parser parser = Parser.htmlParser().setMaxDepth(maxDepth);
        return parser.parseInput(html, url == null ? "" : url);
    }
}
