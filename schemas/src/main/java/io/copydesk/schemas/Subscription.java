package io.copydesk.schemas;

import org.jspecify.annotations.Nullable;

/**
 * A feed or sitemap that is watched. The key is its URL; a tombstone ends it.
 *
 * @param url where it is fetched from
 * @param title as the subscriber calls it, {@code null} when there is no title
 * @param category the subscriber's folder, {@code null} without one
 * @param movedFrom the URL it had before the server moved it for good, {@code null} when it never moved
 * @param minPollSeconds the shortest time between two polls that the subscriber wants, {@code null} when its rhythm decides
 * @param maxPollSeconds the longest, likewise; a longer time that the server asks for is kept
 * @param priority which feeds are fetched first while more is due than may be requested, {@code null} for normal
 */
public record Subscription(
        String url,
        @Nullable String title,
        @Nullable String category,
        @Nullable String movedFrom,
        @Nullable Long minPollSeconds,
        @Nullable Long maxPollSeconds,
        @Nullable FeedPriority priority) {

    /** One that is polled as its rhythm decides. */
    public Subscription(String url, @Nullable String title, @Nullable String category, @Nullable String movedFrom) {
        this(url, title, category, movedFrom, null, null);
    }

    /** One of normal priority. */
    public Subscription(
            String url,
            @Nullable String title,
            @Nullable String category,
            @Nullable String movedFrom,
            @Nullable Long minPollSeconds,
            @Nullable Long maxPollSeconds) {
        this(url, title, category, movedFrom, minPollSeconds, maxPollSeconds, null);
    }

    /** The same with what it leaves open as it is in {@code known}, an earlier record of the feed; itself when that is {@code null}. */
    public Subscription over(@Nullable Subscription known) {
        if (known == null) {
            return this;
        }
        boolean bounded = minPollSeconds != null || maxPollSeconds != null;
        return new Subscription(
                url,
                title != null ? title : known.title,
                category != null ? category : known.category,
                movedFrom != null ? movedFrom : known.movedFrom,
                bounded ? minPollSeconds : known.minPollSeconds,
                bounded ? maxPollSeconds : known.maxPollSeconds,
                priority != null ? priority : known.priority);
    }

    /** The same with other bounds. */
    public Subscription polled(@Nullable Long minSeconds, @Nullable Long maxSeconds) {
        return new Subscription(url, title, category, movedFrom, minSeconds, maxSeconds, priority);
    }

    /** The same with another priority. */
    public Subscription prioritised(@Nullable FeedPriority other) {
        return new Subscription(url, title, category, movedFrom, minPollSeconds, maxPollSeconds, other);
    }
}
