package io.copydesk.ingest.sitemap;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What a sitemap says.
 *
 * @param entries in its order
 */
public record SitemapDocument(Kind kind, List<Entry> entries) {

    public SitemapDocument {
        entries = List.copyOf(entries);
    }

    /** What kind of sitemap it is. */
    public enum Kind {
        /** Pages. */
        @JsonProperty("urlset")
        URLSET,
        /** Other sitemaps. */
        @JsonProperty("sitemapindex")
        INDEX,
        /** Pages, one URL a line. */
        @JsonProperty("text")
        TEXT,
        /** Pages, as a feed. */
        @JsonProperty("feed")
        FEED
    }

    /**
     * One page or sitemap. What is unknown is {@code null}.
     *
     * @param url absolute, in the spelling of {@link io.copydesk.ingest.link.UrlKey}
     * @param lastModified ISO 8601
     * @param title of the news article
     * @param published of the news article, ISO 8601
     * @param language of the news article's publication, as declared
     */
    public record Entry(String url, String lastModified, String title, String published, String language) {}
}
