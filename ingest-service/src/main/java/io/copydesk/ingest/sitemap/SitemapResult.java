package io.copydesk.ingest.sitemap;

/** What became of a sitemap's bytes. */
public sealed interface SitemapResult {

    /** It is a sitemap. */
    record Parsed(SitemapDocument document) implements SitemapResult {}

    /** It is none; {@code detail} says why in one sentence. */
    record NotASitemap(String detail) implements SitemapResult {}
}
