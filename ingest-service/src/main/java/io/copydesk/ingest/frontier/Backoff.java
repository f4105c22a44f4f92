package io.copydesk.ingest.frontier;

import java.time.Duration;

/** How long to wait after failures in a row, in milliseconds: twice as long each time. Pure. */
final class Backoff {

    /** Nobody is waited for longer than this because of one answer. */
    static final long LONGEST = Duration.ofDays(7).toMillis();

    private static final long HOST_FIRST = Duration.ofSeconds(15).toMillis();
    private static final long HOST_LONGEST = Duration.ofHours(6).toMillis();
    private static final long FEED_FIRST = Duration.ofMinutes(5).toMillis();
    private static final long PAGE_FIRST = Duration.ofMinutes(2).toMillis();

    private Backoff() {}

    /** For a host that gave no response. */
    static long ofHost(int failures) {
        return doubled(HOST_FIRST, failures, HOST_LONGEST);
    }

    /** For a feed that did not answer with a feed. */
    static long ofFeed(int failures, long longest) {
        return doubled(FEED_FIRST, failures, longest);
    }

    /** For a page that could not be had; five times longer each time. */
    static long ofPage(int failures) {
        return PAGE_FIRST * (long) Math.pow(5, Math.min(failures - 1, 4));
    }

    private static long doubled(long first, int failures, long longest) {
        return Math.min(longest, first << Math.min(failures - 1, 20));
    }
}
