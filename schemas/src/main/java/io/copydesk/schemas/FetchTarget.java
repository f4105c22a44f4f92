package io.copydesk.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is expected behind a URL; decides how it is fetched, read and scheduled. */
public enum FetchTarget {
    /** A feed or sitemap that is watched. */
    @JsonProperty("feed")
    FEED,
    /** A robots.txt. */
    @JsonProperty("robots")
    ROBOTS,
    /** An article's page. */
    @JsonProperty("page")
    PAGE
}
