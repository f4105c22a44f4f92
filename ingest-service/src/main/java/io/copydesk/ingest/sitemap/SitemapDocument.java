package io.copydesk.ingest.sitemap;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of a sitemap, independent of its format. Immutable.
 *
 * @param entries in document order
 */
public record SitemapDocument(Kind kind, List<Entry> entries) {

    public SitemapDocument {
        entries = List.copyOf(entries);
    }

    /** The format of the sitemap. */
    public enum Kind {
        /** Pages. */
        @JsonProperty("urlset")
        URLSET,
        /** Other sitemaps. */
        @JsonProperty("sitemapindex")
        INDEX,
        /** Pages, one URL per line. */
        @JsonProperty("text")
        TEXT,
        /** Pages, as a feed. */
        @JsonProperty("feed")
        FEED
    }

    /**
     * One page or sitemap. Unknown values are {@code null}.
     *
     * @param url absolute, in the spelling of {@link io.copydesk.ingest.link.UrlKey}
     * @param lastModified ISO 8601
     * @param title of the news article
     * @param published of the news article, ISO 8601
     * @param language of the news article's publication, as declared
     */
    public record Entry(
            String url,
            @Nullable String lastModified,
            @Nullable String title,
            @Nullable String published,
            @Nullable String language) {

        /** An entry of which only the URL is known. */
        static Entry of(String url) {
            return new Entry(url, null, null, null, null);
        }
    }
}
