package io.copydesk.ingest.frontier;

/**
 * When to poll a feed next. Minimises, over the time t of the poll, the cost of a new item under the fitted rate λ
 * (renewal-reward theorem): {@code (C + W(t)) / N(t)}, where {@code N} is the expected number of items, {@code W} their
 * expected waiting time in all and {@code C} the price of a poll. With {@code C = s²/2λ} a steady feed is polled when
 * {@code s} items are expected, which {@link FrontierSettings#itemsPerPoll} sets; a feed with a rhythm just after the times
 * when it publishes. Never so late that items could have dropped out of the feed, and not by hours later than its mean rate
 * suggests, as the rate by the hour is an estimate. Pure.
 *
 * <p>The constants were chosen with {@code copydesk bench frontier}, on invented feeds and on half of the feeds of a real year,
 * the other half in view: items missed and delay against requests.
 */
final class PollPlan {

    /**
     * The expected share of a feed's items that may be replaced between two polls. Room for bursts: of Poisson arrivals the
     * chance that all of a window of 10 items are replaced is then 3·10⁻⁴, of one of 30 items 10⁻⁸.
     */
    private static final double SAFE_SHARE = 0.3;

    /** The least that may be expected between two polls, in items: a window of one or two would else be polled all the time. */
    private static final double MIN_SAFE_ITEMS = 0.7;

    /** The longest wait, in items at the mean rate, unless polls are to bring more. */
    private static final double MAX_MEAN_ITEMS = 2.5;

    /** The longest wait, in items at the mean rate for each item that a poll should bring. */
    private static final double MAX_MEAN_SHARE = 1.75;

    /** The longest wait while the rhythm is not known, in hours. */
    private static final double UNKNOWN = 1.0 / 3;

    /** Steps of the numerical integration, in hours. */
    private static final double MAX_STEP = 0.5;

    private static final double MIN_STEP = 1.0 / 60;

    /** Steps for one item at the mean rate. */
    private static final double STEPS_PER_ITEM = 20;

    /** The search ends when this many times {@code s} items are expected: the cost grows from there. */
    private static final double FAR = 5;

    private final FrontierSettings settings;

    PollPlan(FrontierSettings settings) {
        this.settings = settings;
    }

    /**
     * Milliseconds from {@code now} to the next poll.
     *
     * @param window how many items the feed holds, 0 when unknown
     * @param asked the shortest time between two polls that the server asks for, in milliseconds; kept unless items would be
     *     lost
     */
    long next(Rhythm rhythm, int window, long asked, long now) {
        double mean = rhythm.present(now);
        double share = settings.itemsPerPoll();
        double price = share * share / (2 * mean);
        double least = hours(settings.minPoll().toMillis());
        double most = hours(settings.maxPoll().toMillis());
        double wanted = Math.min(hours(asked), most);
        double safe = window == 0 ? Double.MAX_VALUE : Math.max(MIN_SAFE_ITEMS, window * SAFE_SHARE);
        double step = Math.min(MAX_STEP, Math.max(MIN_STEP, 1 / (mean * STEPS_PER_ITEM)));
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
            if (unsafe || items > FAR * share && at >= wanted) {
                break;
            }
        }
        double longest = Math.max(MAX_MEAN_ITEMS, MAX_MEAN_SHARE * share);
        double latest = Math.max(wanted, rhythm.known() ? longest / mean : UNKNOWN);
        return (long) (Math.min(most, Math.max(least, Math.min(bestAt, latest))) * Rhythm.HOUR);
    }

    private static double hours(long millis) {
        return millis / Rhythm.HOUR;
    }
}
