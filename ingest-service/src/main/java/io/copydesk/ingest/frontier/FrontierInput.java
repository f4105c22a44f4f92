package io.copydesk.ingest.frontier;

import io.copydesk.schemas.FetchOutcome;
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

    /** A record of {@code subscriptions}; {@code null} for one without a key. */
    static @Nullable FrontierInput ofSubscription(@Nullable String url, @Nullable Subscription subscription) {
        if (url == null) {
            return null;
        }
        return subscription == null ? new Unsubscribed(url) : new Subscribed(url, subscription);
    }

    /** A record of {@code links}; {@code null} for a tombstone, which means nothing there. */
    static @Nullable FrontierInput ofLink(@Nullable String site, @Nullable Link link) {
        return link == null ? null : new Discovered(link);
    }

    /** A record of {@code fetch-outcomes}; {@code null} for a tombstone, which means nothing there. */
    static @Nullable FrontierInput ofOutcome(@Nullable String site, @Nullable FetchOutcome outcome) {
        return outcome == null ? null : new Fetched(outcome, DocumentReader.read(outcome));
    }
}
