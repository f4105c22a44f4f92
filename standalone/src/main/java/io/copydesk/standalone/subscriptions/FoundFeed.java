package io.copydesk.standalone.subscriptions;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A feed or sitemap that was found and parsed.
 *
 * @param title {@code null} without one
 * @param items the number of its items
 * @param found how it was found
 */
public record FoundFeed(String url, @Nullable String title, int items, Source found) {

    /** How a feed was found. */
    public enum Source {
        /** By a link on the page, or as the page itself. */
        @JsonProperty("link")
        LINK,
        /** At a common path. */
        @JsonProperty("path")
        PATH,
        /** As a sitemap that robots.txt names; the only source of sitemaps. */
        @JsonProperty("robots")
        ROBOTS
    }
}
