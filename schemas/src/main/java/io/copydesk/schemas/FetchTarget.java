package io.copydesk.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The kind of document expected at a URL; decides how it is fetched, parsed and scheduled. */
public enum FetchTarget {
    /** A feed or sitemap that is polled. */
    @JsonProperty("feed")
    FEED,
    /** A robots.txt. */
    @JsonProperty("robots")
    ROBOTS,
    /** An article's page. */
    @JsonProperty("page")
    PAGE
}
