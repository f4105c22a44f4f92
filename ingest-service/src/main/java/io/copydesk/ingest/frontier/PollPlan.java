package io.copydesk.ingest.frontier;

/**
 * When to poll a feed next: the time at which the price of an item is lowest, where a poll costs a fixed price and an item
 * costs the time that it waits. For a steady feed that is when {@link FrontierSettings#itemsPerPoll} items are expected; for
 * one with a rhythm it is just after the times when it publishes. Never so late that items could have dropped out of the
 * feed's end. Pure.
 */
final class PollPlan {

    /** The share of a feed's items that may be replaced between two polls by expectation. */
    private static final double SAFE_SHARE = 0.3;

    private static final double MOST_FOCUS = 6;

    /** Items a day up to which a poll should bring {@link FrontierSettings#itemsPerPoll}, and how that grows. */
    private static final double FEW_ITEMS = 4;

    private static final double GROWTH = 0.4;
    private static final double MOST_BULK = 4;

    private static final double LONGEST_STEP = 0.5;
    private static final double SHORTEST_STEP = 1.0 / 60;

    private final FrontierSettings settings;

    PollPlan(FrontierSettings settings) {
        this.settings = settings;
    }

    /**
     * Milliseconds from {@code now} to the next poll.
     *
     * @param window how many items the feed holds, 0 when unknown
     * @param asked what the server asks to be left alone for, in milliseconds; kept unless items would be lost
     */
    long next(Rhythm rhythm, int window, long asked, long now) {
        double mean = rhythm.mean();
        double share = settings.itemsPerPoll() * bulk(mean * 24) * Math.min(MOST_FOCUS, rhythm.focus());
        double price = share * share / (2 * mean);
        double least = hours(settings.minPoll().toMillis());
        double most = hours(settings.maxPoll().toMillis());
        double wanted = Math.min(hours(asked), most);
        double safe = window == 0 ? Double.MAX_VALUE : Math.max(0.7, window * SAFE_SHARE);
        double step = Math.min(LONGEST_STEP, Math.max(SHORTEST_STEP, 1 / (mean * 20)));
        double items = 0;
        double waited = 0;
        double best = Double.MAX_VALUE;
        double bestAt = most;
        for (double at = step; at <= most + step / 2; at += step) {
            double more = rhythm.rate(now + (long) ((at - step / 2) * Rhythm.HOUR)) * step;
            waited += items * step + more * step / 2;
            items += more;
            boolean unsafe = items > safe;
            if (at >= wanted || unsafe) {
                double cost = (price + waited) / items;
                if (cost < best) {
                    best = cost;
                    bestAt = at;
                }
            }
            if (unsafe || items > 5 * share && at >= wanted) {
                break;
            }
        }
        return (long) (Math.min(most, Math.max(least, bestAt)) * Rhythm.HOUR);
    }

    /** The more a feed publishes the more a poll should bring: half an hour is nothing to lose where a day is. */
    private static double bulk(double itemsPerDay) {
        return Math.min(MOST_BULK, Math.max(1, Math.pow(itemsPerDay / FEW_ITEMS, GROWTH)));
    }

    private static double hours(long millis) {
        return millis / Rhythm.HOUR;
    }
}
