package io.copydesk.alerts.webhook;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long is waited before a message is sent again: twice as long after each failure, from one second to ten minutes, of which a random half
 * to whole, so that receivers that were away are not asked all at once; longer where the receiver asks for it.
 */
final class Backoff {

    private static final long FIRST = 1_000;
    private static final long LONGEST = Duration.ofMinutes(10).toMillis();
    private static final int MOST_DOUBLINGS = 20;

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /**
     * The next pause.
     *
     * @param failures so far, at least 1
     * @param asked by the receiver, heeded up to ten minutes
     */
    Duration after(int failures, Duration asked) {
        long whole = Math.min(LONGEST, FIRST << Math.min(failures - 1, MOST_DOUBLINGS));
        long own = whole / 2 + random.nextLong(whole / 2 + 1);
        return Duration.ofMillis(Math.max(own, Math.min(LONGEST, asked.toMillis())));
    }
}
