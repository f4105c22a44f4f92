package io.copydesk.ingest.frontier;

import java.time.Duration;

/**
 * How long to wait after failures in a row, in milliseconds. Pure.
 *
 * <p>First and longest waits are this project's: short enough for a restart of a server, long enough for an outage of days.
 */
final class Backoff {

    /** The longest {@code Retry-After} (RFC 9110 §10.2.3) that is kept. */
    static final long LONGEST = Duration.ofDays(7).toMillis();

    private static final long HOST_FIRST = Duration.ofSeconds(15).toMillis();
    private static final long HOST_LONGEST = Duration.ofHours(6).toMillis();
    private static final long FEED_FIRST = Duration.ofMinutes(5).toMillis();
    private static final long PAGE_FIRST = Duration.ofMinutes(2).toMillis();

    /** Failures after which a page's wait grows no more: 2 min × 5⁴ is about 21 hours. */
    private static final int PAGE_STEPS = 5;

    /** Keeps {@link #doubled} from an overflow; every longest wait is reached before. */
    private static final int MAX_DOUBLINGS = 20;

    private Backoff() {}

    /**
     * For a host that gave no response, or says that there are too many requests: from 15 seconds, doubled each time, to 6 hours.
     * {@code failures} is at least 1.
     */
    static long ofHost(int failures) {
        return doubled(HOST_FIRST, failures, HOST_LONGEST);
    }

    /** For a feed or robots.txt that failed: from 5 minutes, doubled each time. {@code failures} is at least 1. */
    static long ofFeed(int failures, long longest) {
        return doubled(FEED_FIRST, failures, longest);
    }

    /** For a page that failed: from 2 minutes, five times longer each time. {@code failures} is at least 1. */
    static long ofPage(int failures) {
        return PAGE_FIRST * (long) Math.pow(5, Math.min(failures, PAGE_STEPS) - 1);
    }

    private static long doubled(long first, int failures, long longest) {
        return Math.min(longest, first << Math.min(failures - 1, MAX_DOUBLINGS));
    }
}
