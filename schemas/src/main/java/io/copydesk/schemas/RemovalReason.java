package io.copydesk.schemas;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;

/** The classes of text on a page that are not the article. */
public enum RemovalReason {
    @JsonProperty("subscription")
    SUBSCRIPTION,
    @JsonProperty("device-sharing")
    DEVICE_SHARING,
    @JsonProperty("metered-count")
    METERED_COUNT,
    @JsonProperty("newsletter")
    NEWSLETTER,
    @JsonProperty("cookies")
    COOKIES,
    @JsonProperty("share")
    SHARE,
    @JsonProperty("related")
    RELATED,
    @JsonProperty("app")
    APP,
    @JsonProperty("login")
    LOGIN,
    @JsonProperty("comments")
    COMMENTS,
    @JsonProperty("copyright")
    COPYRIGHT,
    @JsonProperty("photo-credit")
    PHOTO_CREDIT,
    @JsonProperty("byline")
    BYLINE,
    @JsonProperty("date-line")
    DATE_LINE,
    @JsonProperty("section-label")
    SECTION_LABEL,
    @JsonProperty("headline")
    HEADLINE,
    @JsonProperty("separator")
    SEPARATOR,
    @JsonProperty("navigation")
    NAVIGATION,
    @JsonProperty("advertisement")
    ADVERTISEMENT,
    @JsonProperty("repeated")
    REPEATED,

    /** A line that repeats over the articles of a site. Records before 0.1.0 say {@code site-furniture}. */
    @JsonProperty("site-boilerplate")
    @JsonAlias("site-furniture")
    SITE_BOILERPLATE
}
