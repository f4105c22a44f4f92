package io.copydesk.ingest.frontier;

import java.time.Duration;
import java.util.List;

/**
 * How feeds are polled and pages fetched. Immutable; built by name with {@link #toBuilder}.
 *
 * @param minPoll the shortest time between two polls of a feed
 * @param maxPoll the longest time between two polls of a healthy feed
 * @param itemsPerPoll how many new items a poll of a steady feed should bring; more means fewer requests and later discovery
 * @param hostDelay from the end of an exchange with a host to the start of the next
 * @param maxCrawlDelay the longest {@code Crawl-delay} that is kept; a longer one is cut to it
 * @param lease how long an outcome is waited for before its request is made again
 * @param startWithin how long after its issue a request may still be made; with the fetcher's deadline well under the lease
 * @param maxInFlight the most requests in flight at a time, for each task
 * @param revisits how long after its first fetch a page is fetched again
 * @param forgetPages how long a page is remembered after a feed named it last
 * @param deadAfter how long a feed must fail without a break to count as dead
 * @param deadPoll the time between two polls of a dead feed
 * @param firstPollSpacing the time between the first polls of subscriptions that are new at once, for each task
 */
public record FrontierSettings(
        Duration minPoll,
        Duration maxPoll,
        double itemsPerPoll,
        Duration hostDelay,
        Duration maxCrawlDelay,
        Duration lease,
        Duration startWithin,
        int maxInFlight,
        List<Duration> revisits,
        Duration forgetPages,
        Duration deadAfter,
        Duration deadPoll,
        Duration firstPollSpacing) {

    private static final FrontierSettings DEFAULTS = new FrontierSettings(
            Duration.ofMinutes(10),
            Duration.ofHours(22),
            1.4,
            Duration.ofSeconds(1),
            Duration.ofMinutes(2),
            Duration.ofSeconds(120),
            Duration.ofSeconds(60),
            256,
            List.of(Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(24)),
            Duration.ofDays(30),
            Duration.ofDays(14),
            Duration.ofDays(7),
            Duration.ofMillis(10));

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException when a setting is out of its bounds; the message names it
     */
    public FrontierSettings {
        revisits = List.copyOf(revisits);
        require(minPoll.toMillis() >= 1, "min-poll must be at least 1ms");
        require(maxPoll.compareTo(minPoll) >= 0, "max-poll must not be shorter than min-poll");
        require(itemsPerPoll > 0, "items-per-poll must be more than 0");
        require(!hostDelay.isNegative(), "host-delay must not be negative");
        require(lease.compareTo(startWithin) > 0, "lease must be longer than start-within");
        require(maxInFlight >= 1, "max-in-flight must be at least 1");
    }

    /** Polls between 10 minutes and 22 hours, a second between two requests to a host, pages fetched again after 1, 6 and 24 h. */
    public static FrontierSettings defaults() {
        return DEFAULTS;
    }

    /** A builder that starts from these settings. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }

    /** Changes settings by name. For one thread. */
    public static final class Builder {
        private Duration minPoll;
        private Duration maxPoll;
        private double itemsPerPoll;
        private Duration hostDelay;
        private Duration maxCrawlDelay;
        private Duration lease;
        private Duration startWithin;
        private int maxInFlight;
        private List<Duration> revisits;
        private Duration forgetPages;
        private Duration deadAfter;
        private Duration deadPoll;
        private Duration firstPollSpacing;

        private Builder(FrontierSettings from) {
            minPoll = from.minPoll;
            maxPoll = from.maxPoll;
            itemsPerPoll = from.itemsPerPoll;
            hostDelay = from.hostDelay;
            maxCrawlDelay = from.maxCrawlDelay;
            lease = from.lease;
            startWithin = from.startWithin;
            maxInFlight = from.maxInFlight;
            revisits = from.revisits;
            forgetPages = from.forgetPages;
            deadAfter = from.deadAfter;
            deadPoll = from.deadPoll;
            firstPollSpacing = from.firstPollSpacing;
        }

        public Builder minPoll(Duration value) {
            minPoll = value;
            return this;
        }

        public Builder maxPoll(Duration value) {
            maxPoll = value;
            return this;
        }

        public Builder itemsPerPoll(double value) {
            itemsPerPoll = value;
            return this;
        }

        public Builder hostDelay(Duration value) {
            hostDelay = value;
            return this;
        }

        public Builder maxCrawlDelay(Duration value) {
            maxCrawlDelay = value;
            return this;
        }

        public Builder lease(Duration value) {
            lease = value;
            return this;
        }

        public Builder startWithin(Duration value) {
            startWithin = value;
            return this;
        }

        public Builder maxInFlight(int value) {
            maxInFlight = value;
            return this;
        }

        public Builder revisits(List<Duration> value) {
            revisits = value;
            return this;
        }

        public Builder forgetPages(Duration value) {
            forgetPages = value;
            return this;
        }

        public Builder deadAfter(Duration value) {
            deadAfter = value;
            return this;
        }

        public Builder deadPoll(Duration value) {
            deadPoll = value;
            return this;
        }

        public Builder firstPollSpacing(Duration value) {
            firstPollSpacing = value;
            return this;
        }

        public FrontierSettings build() {
            return new FrontierSettings(
                    minPoll,
                    maxPoll,
                    itemsPerPoll,
                    hostDelay,
                    maxCrawlDelay,
                    lease,
                    startWithin,
                    maxInFlight,
                    revisits,
                    forgetPages,
                    deadAfter,
                    deadPoll,
                    firstPollSpacing);
        }
    }
}
