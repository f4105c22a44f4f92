package io.copydesk.ingest.sitemap;

import java.util.function.Function;

/** The result of reading a document as a sitemap. */
public sealed interface SitemapResult {

    /** One case for each kind of result: the sitemap, or the reason why the document is none. */
    <T> T fold(Function<SitemapDocument, T> parsed, Function<String, T> notASitemap);

    /** A sitemap. */
    record Parsed(SitemapDocument document) implements SitemapResult {
        @Override
        public <T> T fold(Function<SitemapDocument, T> parsed, Function<String, T> notASitemap) {
            return parsed.apply(document);
        }
    }

    /**
     * Another document.
     *
     * @param detail the reason as a sentence
     */
    record NotASitemap(String detail) implements SitemapResult {
        @Override
        public <T> T fold(Function<SitemapDocument, T> parsed, Function<String, T> notASitemap) {
            return notASitemap.apply(detail);
        }
    }
}
