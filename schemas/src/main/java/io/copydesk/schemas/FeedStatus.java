package io.copydesk.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Health and next poll of a subscription, or of a sitemap that a subscribed index names. Times are ISO 8601 in UTC, {@code null}
 * when it never happened or never will.
 *
 * @param url the feed
 * @param title as the feed calls itself
 * @param health in one word
 * @param lastPoll time of the last poll
 * @param lastNewItem when an item was found last
 * @param nextPoll time of the next poll
 * @param why reason for that time, in a few words
 * @param httpStatus of the last answer, 0 without one
 * @param items found so far
 * @param polls made so far
 * @param failures in a row
 * @param index the sitemap index that names it, {@code null} for a subscription
 * @param silentSince when it became certain that it answers but should have published several items since its last one, more than its earlier pauses allow for;
 *     {@code null} while it is not
 * @param pushedUntil when the lease of its subscription at a WebSub hub ends, {@code null} when it has none; {@code why} says whether the hub is relied on
 * @param pagesFailingSince when the fifth page in a row that it announced gave no article, {@code why} tells the reason of the last one; {@code null} while pages give articles
 * @param priority of the subscription, {@code null} for normal
 */
public record FeedStatus(
        String url,
        @Nullable String title,
        Health health,
        @TextFormat(TextFormat.DATE_TIME) @Nullable String lastPoll,
        @TextFormat(TextFormat.DATE_TIME) @Nullable String lastNewItem,
        @TextFormat(TextFormat.DATE_TIME) @Nullable String nextPoll,
        String why,
        int httpStatus,
        long items,
        long polls,
        int failures,
        @Nullable String index,
        @TextFormat(TextFormat.DATE_TIME) @Nullable String silentSince,
        @TextFormat(TextFormat.DATE_TIME) @Nullable String pushedUntil,
        @TextFormat(TextFormat.DATE_TIME) @Nullable String pagesFailingSince,
        @Nullable FeedPriority priority) {

    /** How well a feed does. */
    public enum Health {
        /** Not polled yet. */
        @JsonProperty("new")
        NEW,
        @JsonProperty("ok")
        OK,
        /** It answers, but says "not modified" when it was modified; it is polled without validators. */
        @JsonProperty("distrusted")
        DISTRUSTED,
        /** It failed lately. */
        @JsonProperty("failing")
        FAILING,
        /** It has failed for long and is polled rarely. */
        @JsonProperty("dead")
        DEAD,
        /** Gone permanently (410 for 30 days) and not polled again. */
        @JsonProperty("retired")
        RETIRED,
        /** The site's robots.txt asks us to stay away. */
        @JsonProperty("disallowed")
        DISALLOWED
    }

    /** A builder of a status, without any value. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a status by the names of its fields; the record says what they mean. Not thread-safe. */
    public static final class Builder {
        private @Nullable String url;
        private @Nullable String title;
        private @Nullable Health health;
        private @Nullable String lastPoll;
        private @Nullable String lastNewItem;
        private @Nullable String nextPoll;
        private @Nullable String why;
        private int httpStatus;
        private long items;
        private long polls;
        private int failures;
        private @Nullable String index;
        private @Nullable String silentSince;
        private @Nullable String pushedUntil;
        private @Nullable String pagesFailingSince;
        private @Nullable FeedPriority priority;

        private Builder() {}

        public Builder url(String url) {
            this.url = url;
            return this;
        }

        public Builder title(@Nullable String title) {
            this.title = title;
            return this;
        }

        public Builder health(Health health) {
            this.health = health;
            return this;
        }

        public Builder lastPoll(@Nullable String lastPoll) {
            this.lastPoll = lastPoll;
            return this;
        }

        public Builder lastNewItem(@Nullable String lastNewItem) {
            this.lastNewItem = lastNewItem;
            return this;
        }

        public Builder nextPoll(@Nullable String nextPoll) {
            this.nextPoll = nextPoll;
            return this;
        }

        public Builder why(String why) {
            this.why = why;
            return this;
        }

        public Builder httpStatus(int httpStatus) {
            this.httpStatus = httpStatus;
            return this;
        }

        public Builder items(long items) {
            this.items = items;
            return this;
        }

        public Builder polls(long polls) {
            this.polls = polls;
            return this;
        }

        public Builder failures(int failures) {
            this.failures = failures;
            return this;
        }

        public Builder index(@Nullable String index) {
            this.index = index;
            return this;
        }

        public Builder silentSince(@Nullable String silentSince) {
            this.silentSince = silentSince;
            return this;
        }

        public Builder pushedUntil(@Nullable String pushedUntil) {
            this.pushedUntil = pushedUntil;
            return this;
        }

        public Builder pagesFailingSince(@Nullable String pagesFailingSince) {
            this.pagesFailingSince = pagesFailingSince;
            return this;
        }

        public Builder priority(@Nullable FeedPriority priority) {
            this.priority = priority;
            return this;
        }

        /** @throws NullPointerException when a required field was not set; its message is the field's name */
        public FeedStatus build() {
            return new FeedStatus(
                    Objects.requireNonNull(url, "url"),
                    title,
                    Objects.requireNonNull(health, "health"),
                    lastPoll,
                    lastNewItem,
                    nextPoll,
                    Objects.requireNonNull(why, "why"),
                    httpStatus,
                    items,
                    polls,
                    failures,
                    index,
                    silentSince,
                    pushedUntil,
                    pagesFailingSince,
                    priority);
        }
    }
}
