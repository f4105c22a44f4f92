package io.copydesk.alerts.webhook;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long is waited before a message is sent again: twice as long after each failure, from one second to ten minutes, of which a random half
 * to whole, so that receivers that were away are not asked all at once.
 */
final class Backoff {

    private static final long FIRST = 1_000;
    private static final long LONGEST = Duration.ofMinutes(10).toMillis();
    private static final int MOST_DOUBLINGS = 20;

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** @param failures so far, at least 1 */
    Duration after(int failures) {
        long whole = Math.min(LONGEST, FIRST << Math.min(failures - 1, MOST_DOUBLINGS));
        return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
    }
}
