package io.copydesk.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What kind of page a document is. */
public enum PageKind {
    /** One article, with its text. */
    @JsonProperty("article")
    ARTICLE,
    /** Links to other pages, as a section front, search results or an index. */
    @JsonProperty("listing")
    LISTING,
    /** Products or other goods of one category. */
    @JsonProperty("collection")
    COLLECTION,
    /** One product. */
    @JsonProperty("product")
    PRODUCT,
    /** A discussion or questions and answers. */
    @JsonProperty("forum")
    FORUM,
    /** Instructions or a reference. */
    @JsonProperty("documentation")
    DOCUMENTATION,
    /** An organisation or what it offers. */
    @JsonProperty("service")
    SERVICE,
    /** A report that there is no such page, or that it cannot be served. */
    @JsonProperty("error")
    ERROR,
    /** A request to accept cookies, or a check that the reader is no robot, in place of the page. */
    @JsonProperty("consent")
    CONSENT,
    /** A form to sign in, in place of the page. */
    @JsonProperty("login")
    LOGIN;

    /** The name in records and settings. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
