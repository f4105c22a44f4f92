package io.copydesk.ingest.frontier;

import java.util.Arrays;

/**
 * When a page is visited next. Of all ways to spread visits from now to the last one, a week after the first, it takes the one that
 * costs least: the versions that are expected to be missed in between, and a price for each visit. Pure.
 */
final class VisitPlan {

    /** Between two visits at the least, in milliseconds. */
    private static final long LEAST = 10 * 60_000L;

    /** The times that are weighed lie this many times further from now, each than the one before. */
    private static final double STEP = 1.45;

    private VisitPlan() {}

    /**
     * How long from now the next visit is, in milliseconds.
     *
     * @param lively of an edited page how many times as often as others it is edited, 0 of one without an edit
     * @param shape as of {@link EditHabits#missed}
     * @param since of an edited page the time since the edit was seen, else its age
     * @param left until the last visit
     * @param price what a visit costs, in versions
     */
    static long next(EditHabits habits, double lively, double shape, long since, long left, double price) {
        if (left <= LEAST) {
            return Math.max(left, 1);
        }
        long[] times = times(left);
        double[] cost = new double[times.length];
        int next = times.length - 1;
        for (int from = times.length - 2; from >= 0; from--) {
            cost[from] = Double.MAX_VALUE;
            for (int to = from + 1; to < times.length; to++) {
                boolean last = to == times.length - 1;
                double sum = habits.missed(lively, shape, since + times[from], since + times[to])
                        + (last ? 0 : price + cost[to]);
                if (sum < cost[from]) {
                    cost[from] = sum;
                    next = to;
                }
            }
        }
        return times[next];
    }

    /** Now, and possible times until the last visit. */
    private static long[] times(long left) {
        long[] times = new long[64];
        int count = 1;
        for (double at = LEAST; at < left - LEAST && count < times.length - 1; at *= STEP) {
            times[count++] = (long) at;
        }
        times[count++] = left;
        return Arrays.copyOf(times, count);
    }
}
