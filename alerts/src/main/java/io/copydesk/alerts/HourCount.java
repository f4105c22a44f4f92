package io.copydesk.alerts;

import java.time.Duration;

/**
 * What a rule raised in an hour. Persisted.
 *
 * @param start of the hour, epoch milliseconds
 * @param raised alerts
 * @param suppressed alerts that were more than the limit
 */
record HourCount(long start, int raised, int suppressed) {

    static final long HOUR = Duration.ofHours(1).toMillis();

    static HourCount of(long time) {
        return new HourCount(time - Math.floorMod(time, HOUR), 0, 0);
    }

    /** Whether the hour is over at a time. */
    boolean isOver(long time) {
        return time >= start + HOUR;
    }

    HourCount with(boolean admitted) {
        return admitted ? new HourCount(start, raised + 1, suppressed) : new HourCount(start, raised, suppressed + 1);
    }

    /** The next hour: what is late counts there when this one was reported. */
    HourCount next() {
        return new HourCount(start + HOUR, 0, 0);
    }
}
