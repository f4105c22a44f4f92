package io.copydesk.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How a subscription fares. Times are ISO 8601 in UTC, {@code null} when it never happened or never will.
 *
 * @param url the feed
 * @param title as the feed calls itself
 * @param health in one word
 * @param lastPoll when it was asked last
 * @param lastNewItem when an item was found last
 * @param nextPoll when it is asked next
 * @param why why then, in a few words
 * @param httpStatus of the last answer, 0 without one
 * @param items found so far
 * @param polls made so far
 * @param failures in a row
 */
public record FeedStatus(
        String url,
        @Nullable String title,
        Health health,
        @Nullable String lastPoll,
        @Nullable String lastNewItem,
        @Nullable String nextPoll,
        String why,
        int httpStatus,
        long items,
        long polls,
        int failures) {

    /** How well a feed does. */
    public enum Health {
        /** Not asked yet. */
        @JsonProperty("new")
        NEW,
        @JsonProperty("ok")
        OK,
        /** It answers, but says "not modified" when it was modified; it is asked without validators. */
        @JsonProperty("distrusted")
        DISTRUSTED,
        /** It failed lately. */
        @JsonProperty("failing")
        FAILING,
        /** It has failed for long and is asked rarely. */
        @JsonProperty("dead")
        DEAD,
        /** It is gone for good (410) and not asked again. */
        @JsonProperty("retired")
        RETIRED,
        /** The site's robots.txt asks us to stay away. */
        @JsonProperty("disallowed")
        DISALLOWED
    }
}
