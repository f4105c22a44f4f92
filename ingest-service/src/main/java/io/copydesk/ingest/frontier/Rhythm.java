package io.copydesk.ingest.frontier;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.LongToDoubleFunction;

/**
 * When a feed publishes, learned from the items that its polls found: an inhomogeneous Poisson process whose rate is a mean
 * times a factor for the hour of the day, one for the day of the week and one for the last days. Each estimate is shrunk towards
 * its prior (gamma-Poisson, posterior mean), and observations decay exponentially. A sudden rush raises the rate for some hours.
 * Times are epoch milliseconds, rates items per hour. Its JSON is persisted. Mutable, for one thread.
 *
 * <p>The constants were chosen with {@code copydesk bench frontier}, on invented feeds and on half of the feeds of a real year,
 * the other half in view: items missed and delay against requests.
 */
@PersistedFields
final class Rhythm {

    static final double HOUR = 3_600_000.0;

    /** After this time an observation counts half: several weeks of a weekly rhythm still count. */
    private static final double HALF_LIFE = 10 * 24 * HOUR;

    /** The longest time that one observation covers; three half-lives. */
    private static final long LONGEST_SPAN = (long) (30 * 24 * HOUR);

    /** The prior of the mean: a quarter of an item in six hours, so one a day, outweighed by a day of observation. */
    private static final double PRIOR_ITEMS = 0.25;

    private static final double PRIOR_HOURS = 6;

    /** The prior of an hour's factor: as many items at the mean rate, so about 36 of a feed before its hours differ much. */
    private static final double PRIOR_HOUR = 1.5;

    /** The prior of a day's factor. */
    private static final double PRIOR_DAY = 6;

    /** The half-life of observations in the factor for the last days, in hours: a feed that wakes up, or has holidays. */
    private static final double LEVEL_HALF_LIFE = 24;

    /** Its prior, in items. */
    private static final double PRIOR_LEVEL = 2;

    private static final double MIN_LEVEL = 0.3;
    private static final double MAX_LEVEL = 50;

    /** Hours of observation after which a rhythm is known. */
    private static final double KNOWN_HOURS = 24;

    /** The time constant of the decay of a rush, in hours. */
    private static final double RUSH_HOURS = 2.5;

    /** The most that a rush multiplies the rate by. */
    private static final double MAX_RUSH = 6;

    /** Standard deviations of a Poisson count above its expectation, and items beside, from which on it is a rush. */
    private static final double RUSH_SIGMAS = 2;

    private static final double RUSH_ITEMS = 2;

    /** The expectation that a rush is measured against at least, in items. */
    private static final double MIN_EXPECTED = 0.5;

    private final float[] hourItems = new float[24];
    private final float[] hourSpans = new float[24];
    private final float[] dayItems = new float[7];
    private final float[] daySpans = new float[7];
    private long asOf;

    /** Items lately, and how many were usual. */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    private float recentItems;

    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    private float recentUsual;

    private float rush = 1;
    private long rushAt;

    /** Learns that {@code times} are the dates of all items that appeared after {@code from}, up to {@code to}. */
    void observe(long from, long to, List<Long> times) {
        long start = Math.max(from, to - LONGEST_SPAN);
        if (to <= start) {
            return;
        }
        double expected = expected(start, to);
        if (asOf > 0) {
            double kept = Math.pow(0.5, (to - asOf) / HOUR / LEVEL_HALF_LIFE);
            recentItems = (float) (recentItems * kept + times.size());
            recentUsual = (float) (recentUsual * kept + usual(start, to));
        }
        age(to);
        span(start, to);
        for (long time : times) {
            long at = Math.min(Math.max(time, start), to);
            hourItems[hour(at)]++;
            dayItems[day(at)]++;
        }
        if (asOf > 0 && times.size() > expected + RUSH_SIGMAS * Math.sqrt(expected) + RUSH_ITEMS) {
            rush = (float) Math.min(MAX_RUSH, times.size() / Math.max(expected, MIN_EXPECTED));
            rushAt = to;
        }
        asOf = to;
    }

    /** Whether it was observed for long enough to say more than the prior does. */
    boolean known() {
        return sum(hourSpans) >= KNOWN_HOURS;
    }

    /** Items per hour on average, as of late: the mean times the factor for the last days. */
    double present(long at) {
        return mean() * level(at);
    }

    /** The factor for the last days at a time. */
    double level(long at) {
        double kept = asOf == 0 ? 0 : Math.pow(0.5, Math.max(0, at - asOf) / HOUR / LEVEL_HALF_LIFE);
        double level = (recentItems * kept + PRIOR_LEVEL) / (recentUsual * kept + PRIOR_LEVEL);
        return Math.min(MAX_LEVEL, Math.max(MIN_LEVEL, level));
    }

    /** Items per hour on average. */
    double mean() {
        return (sum(hourItems) + PRIOR_ITEMS) / (sum(hourSpans) + PRIOR_HOURS);
    }

    /** The expected number of items between two times. */
    double expected(long from, long to) {
        double mean = mean();
        return integral(at -> rate(mean, at), from, to);
    }

    /** The same without the factor for the last days and a rush. */
    double usual(long from, long to) {
        double mean = mean();
        return integral(at -> mean * weight(mean, hour(at), day(at)), from, to);
    }

    private static double integral(LongToDoubleFunction rate, long from, long to) {
        double items = 0;
        for (long at = from; at < to; ) {
            long next = Math.min(to, nextHour(at));
            items += rate.applyAsDouble(at) * (next - at) / HOUR;
            at = next;
        }
        return items;
    }

    /** Items per hour at a time. */
    double rate(long at) {
        return rate(mean(), at);
    }

    private double rate(double mean, long at) {
        double now = rush <= 1 ? 1 : 1 + (rush - 1) * Math.exp(-Math.max(0, at - rushAt) / HOUR / RUSH_HOURS);
        return mean * level(at) * weight(mean, hour(at), day(at)) * now;
    }

    private double weight(double mean, int hour, int day) {
        double ofHour = (hourItems[hour] + PRIOR_HOUR) / (mean * hourSpans[hour] + PRIOR_HOUR);
        double ofDay = (dayItems[day] + PRIOR_DAY) / (mean * daySpans[day] + PRIOR_DAY);
        return ofHour * ofDay;
    }

    private void age(long to) {
        if (asOf == 0) {
            return;
        }
        float kept = (float) Math.pow(0.5, (to - asOf) / HALF_LIFE);
        for (float[] counted : new float[][] {hourItems, hourSpans, dayItems, daySpans}) {
            for (int i = 0; i < counted.length; i++) {
                counted[i] *= kept;
            }
        }
    }

    private void span(long from, long to) {
        for (long at = from; at < to; ) {
            long next = Math.min(to, nextHour(at));
            float hours = (float) ((next - at) / HOUR);
            hourSpans[hour(at)] += hours;
            daySpans[day(at)] += hours;
            at = next;
        }
    }

    private static long nextHour(long at) {
        return (Math.floorDiv(at, 3_600_000L) + 1) * 3_600_000L;
    }

    private static int hour(long at) {
        return (int) Math.floorMod(Math.floorDiv(at, 3_600_000L), 24L);
    }

    private static int day(long at) {
        return (int) Math.floorMod(Math.floorDiv(at, 86_400_000L), 7L);
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
