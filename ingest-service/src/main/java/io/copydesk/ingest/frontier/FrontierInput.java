package io.copydesk.ingest.frontier;

import io.copydesk.ingest.link.UrlKey;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Link;
import io.copydesk.schemas.Subscription;
import org.jspecify.annotations.Nullable;

/** One record of the topics that the frontier reads, with the meaning that its topic gives it. */
sealed interface FrontierInput {

    /** A subscription began or changed. */
    record Subscribed(String url, Subscription subscription) implements FrontierInput {
        @Override
        public void apply(Frontier frontier, long now) {
            frontier.subscribe(url, subscription, now);
        }
    }

    /** A subscription ended: a tombstone in {@code subscriptions}, where alone a null value has a meaning. */
    record Unsubscribed(String url) implements FrontierInput {
        @Override
        public void apply(Frontier frontier, long now) {
            frontier.unsubscribe(url);
        }
    }

    /** A URL was discovered. */
    record Discovered(Link link) implements FrontierInput {
        @Override
        public void apply(Frontier frontier, long now) {
            frontier.link(link, now);
        }
    }

    /** A request ended; the body of the outcome was read. */
    record Fetched(FetchOutcome outcome, Reading reading) implements FrontierInput {
        @Override
        public void apply(Frontier frontier, long now) {
            frontier.outcome(outcome, reading, now);
        }
    }

    /**
     * Hands it to the frontier.
     *
     * @param now epoch milliseconds
     */
    void apply(Frontier frontier, long now);

    /** A record of {@code subscriptions}; {@code null} for one whose key is not the URL of a feed. */
    static @Nullable FrontierInput ofSubscription(@Nullable String url, @Nullable Subscription subscription) {
        if (url == null) {
            return null;
        }
        if (subscription == null) {
            return new Unsubscribed(url);
        }
        return isUrl(url) ? new Subscribed(url, subscription) : null;
    }

    /** A record of {@code links}; {@code null} for one without a value or whose page has no URL. */
    static @Nullable FrontierInput ofLink(@Nullable String site, @Nullable Link link) {
        boolean page = link != null && link.target() == FetchTarget.PAGE && link.hop() == null;
        return link == null || page && !isUrl(link.url()) ? null : new Discovered(link);
    }

    /** A record of {@code fetch-outcomes}; {@code null} for one without a value. */
    static @Nullable FrontierInput ofOutcome(@Nullable String site, @Nullable FetchOutcome outcome) {
        return outcome == null ? null : new Fetched(outcome, DocumentReader.read(outcome));
    }

    private static boolean isUrl(String url) {
        return UrlKey.of(url).fold(key -> true, refused -> false);
    }
}
