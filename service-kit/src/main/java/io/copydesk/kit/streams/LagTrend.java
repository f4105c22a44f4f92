package io.copydesk.kit.streams;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How long the number of records that wait has not shrunk, from looks at intervals. Safe for use by several threads. */
final class LagTrend {

    private final LongSupplier nanos;
    private long lag;
    private long shrunk;

    /** @param nanos a clock like {@link System#nanoTime} */
    LagTrend(LongSupplier nanos) {
        this.nanos = nanos;
        this.shrunk = nanos.getAsLong();
    }

    /** Takes a look. */
    synchronized void observe(long now) {
        if (now == 0 || now < lag) {
            shrunk = nanos.getAsLong();
        }
        lag = now;
    }

    /** The records that waited at the last look. */
    synchronized long lag() {
        return lag;
    }

    /** Time since the last look at which nothing waited, or less than at the one before. */
    synchronized Duration growing() {
        return Duration.ofNanos(nanos.getAsLong() - shrunk);
    }
}
