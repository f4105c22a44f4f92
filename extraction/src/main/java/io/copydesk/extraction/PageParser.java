package io.copydesk.extraction;

import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Parses HTML within limits. */
final class PageParser {

    private final int maxDepth;

    PageParser(int maxDepth) {
        this.maxDepth = maxDepth;
    }

    /** Parses {@code html}; never fails. A jsoup parser is not thread-safe, so each page gets its own. */
    Document parse(String html, @Nullable String url) {
        Parser parser = Parser.htmlParser().setMaxDepth(maxDepth);
        return parser.parseInput(html, url == null ? "" : url);
    }
}
