package io.copydesk.console.live;

import java.util.Arrays;

/** How many records arrived in each minute of the last day. Safe for use by several threads. */
final class MinuteCounts {

    static final int MINUTES = 24 * 60;
    private static final long MINUTE_MILLIS = 60_000;

    private final int[] counts = new int[MINUTES];
    private long newest = Long.MIN_VALUE;

    /** Counts one that arrived at {@code time}, in epoch milliseconds; what is older than a day is left out. */
    synchronized void add(long time) {
        long minute = Math.floorDiv(time, MINUTE_MILLIS);
        advance(minute);
        if (minute > newest - MINUTES) {
            counts[slot(minute)]++;
        }
    }

    private void advance(long minute) {
        if (minute <= newest) {
            return;
        }
        if (newest == Long.MIN_VALUE || minute - newest >= MINUTES) {
            Arrays.fill(counts, 0);
        } else {
            for (long m = newest + 1; m <= minute; m++) {
                counts[slot(m)] = 0;
            }
        }
        newest = minute;
    }

    /**
     * Sums of consecutive minutes, the earliest first, the last one ending with the minute of {@code now}.
     *
     * @param width minutes of a sum
     * @param sums how many
     */
    synchronized int[] sums(long now, int width, int sums) {
        long last = Math.floorDiv(now, MINUTE_MILLIS);
        int[] result = new int[sums];
        for (int i = 0; i < sums * width; i++) {
            long minute = last - i;
            if (minute <= newest && minute > newest - MINUTES) {
                result[sums - 1 - i / width] += counts[slot(minute)];
            }
        }
        return result;
    }

    private static int slot(long minute) {
        return (int) Math.floorMod(minute, (long) MINUTES);
    }
}
