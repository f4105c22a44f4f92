package io.copydesk.ingest.frontier;

import java.time.Duration;
import java.util.List;

/**
 * How the web is watched.
 *
 * @param minPoll the shortest time between two polls of a feed
 * @param maxPoll the longest time between two polls of a feed that is well
 * @param itemsPerPoll how many new items a poll should bring on average; more means fewer requests and later news
 * @param hostDelay between the end of an exchange with a host and the start of the next
 * @param maxCrawlDelay the longest {@code Crawl-delay} that is kept; a longer one is cut to it
 * @param lease how long the frontier waits for an outcome before it asks again
 * @param startWithin how long after its issue a request may still be made; with the fetcher's deadline well under the lease
 * @param maxInFlight requests at work at a time, for each task
 * @param revisits how long after its first fetch a page is fetched again
 * @param forgetPages how long after a feed named it last a page is remembered
 * @param deadAfter how long a feed must fail without a break to be held for dead
 * @param deadPoll between two polls of a dead feed
 * @param spread over which time the first polls of new subscriptions are spread
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
        Duration spread) {

    public FrontierSettings {
        revisits = List.copyOf(revisits);
        require(minPoll.toMillis() >= 1, "min-poll must be at least 1ms");
        require(maxPoll.compareTo(minPoll) >= 0, "max-poll must not be shorter than min-poll");
        require(itemsPerPoll > 0, "items-per-poll must be more than 0");
        require(!hostDelay.isNegative(), "host-delay must not be negative");
        require(lease.compareTo(startWithin) > 0, "lease must be longer than start-within");
        require(maxInFlight >= 1, "max-in-flight must be at least 1");
    }

    /** Polls between 5 minutes and 22 hours, a second between two requests to a host, pages seen again after 1, 6 and 24 h. */
    public static FrontierSettings defaults() {
        return new FrontierSettings(
                Duration.ofMinutes(5),
                Duration.ofHours(22),
                0.85,
                Duration.ofSeconds(1),
                Duration.ofMinutes(2),
                Duration.ofSeconds(120),
                Duration.ofSeconds(60),
                256,
                List.of(Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(24)),
                Duration.ofDays(30),
                Duration.ofDays(14),
                Duration.ofDays(7),
                Duration.ofMinutes(5));
    }

    /** These settings with another price of a poll. */
    public FrontierSettings withItemsPerPoll(double items) {
        return new FrontierSettings(
                minPoll,
                maxPoll,
                items,
                hostDelay,
                maxCrawlDelay,
                lease,
                startWithin,
                maxInFlight,
                revisits,
                forgetPages,
                deadAfter,
                deadPoll,
                spread);
    }

    /** These settings in a hurry, for hosts of one's own: another pause, other revisits, first polls at once. */
    public FrontierSettings hurried(Duration pause, List<Duration> visits) {
        return new FrontierSettings(
                minPoll,
                maxPoll,
                itemsPerPoll,
                pause,
                maxCrawlDelay,
                lease,
                startWithin,
                maxInFlight,
                visits,
                forgetPages,
                deadAfter,
                deadPoll,
                Duration.ZERO);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
