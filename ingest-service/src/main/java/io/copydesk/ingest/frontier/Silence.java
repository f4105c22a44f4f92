package io.copydesk.ingest.frontier;

/**
 * Tells when a feed has been silent for so long that something must be wrong, although it answers. A pause is measured in the items that were expected in
 * it, by the hours and days of the feed's rhythm and at the rate of its beginning. A real feed is less regular than a Poisson process: it has holidays and
 * slow weeks. So the measure is held against the feed's own pauses. By Markov's inequality, no more than {@code S/t²} pauses of a year are as long as
 * {@code t} when the squares of a year's pauses add up to {@code S}; the feed is silent when that bound is {@value #A_YEAR}, of which real feeds reach a
 * tenth. Each alarm that the feed ended itself within about a year multiplies what is needed. Pure but for the feed that it changes.
 *
 * <p>The constants were chosen on the feeds of the odd lines of a real year; {@code copydesk bench silence} measures what they tell on each half: false
 * alarms, and the time until a feed that ends is told.
 */
final class Silence {

    /** The bound on pauses a year that are as long, at which the feed is silent. */
    private static final double A_YEAR = 6;

    /** Items expected at least, of a feed with one item a year, and for each time as many: a busy feed has more pauses in which to be wrong. */
    private static final double EXPECTED = 2;

    private static final double EXPECTED_MORE = 0.4;

    /** What is assumed of a new feed: a tenth of a year with four tenths of a pause that is just long enough. */
    private static final double PRIOR_YEARS = 0.1;

    private static final double PRIOR_PAUSES = 0.4;

    /** How many times as much is needed after an alarm that the feed ended. */
    private static final double AFTER_ALARM = 2.5;

    private static final double YEAR = 365.25 * 24;

    /** The half-life of pauses, in hours. */
    private static final double HALF_LIFE = YEAR / 2;

    /** The half-life of alarms. */
    private static final double ALARM_HALF_LIFE = YEAR;

    /** Items of a feed whose rhythm can be relied on. */
    private static final long ITEMS = 10;

    private Silence() {}

    /**
     * A good answer came. To be called after the rhythm has learned from it.
     *
     * @param added how many new items it held
     * @param before when an answer held a new item last, but for this one; 0 for never
     * @param verified whether it is certain that it held no more
     */
    static void heard(FeedState feed, long added, long before, boolean verified, long now) {
        if (added > 0) {
            if (before > 0) {
                paused(feed, (now - before) / Rhythm.HOUR);
            }
            feed.quiet = 0;
            feed.silentSince = 0;
            feed.usualRate = (float) feed.rhythm.mean();
        } else if (feed.usualRate > 0) {
            feed.quiet += (float) (feed.rhythm.usual(feed.heard, now) * feed.usualRate / feed.rhythm.mean());
            boolean tells = feed.rhythm.known() && feed.items >= ITEMS && verified;
            if (tells && feed.silentSince == 0 && feed.quiet >= tooLong(feed)) {
                feed.silentSince = now;
            }
        }
        feed.heard = now;
    }

    /** The feed spoke again after so many hours. */
    private static void paused(FeedState feed, double hours) {
        double kept = Math.pow(0.5, hours / HALF_LIFE);
        feed.pauseYears = (float) (feed.pauseYears * kept + hours / YEAR);
        feed.pauseSquares = (float) (squares(feed) * kept + feed.quiet * feed.quiet);
        feed.longestQuiet = 0;
        double alarms = feed.endedAlarms * Math.pow(0.5, hours / ALARM_HALF_LIFE) + (feed.silentSince > 0 ? 1 : 0);
        feed.endedAlarms = alarms < 0.01 ? 0 : (float) alarms;
    }

    /** The items that must have been expected since the last one. */
    private static double tooLong(FeedState feed) {
        double least = EXPECTED + EXPECTED_MORE * Math.log(Math.max(1, feed.usualRate * YEAR));
        double squares = squares(feed) + PRIOR_PAUSES * least * least;
        double rare = Math.sqrt(squares / (feed.pauseYears + PRIOR_YEARS) / A_YEAR);
        return Math.pow(AFTER_ALARM, feed.endedAlarms) * Math.max(least, rare);
    }

    /** The squares of earlier pauses; an earlier version kept the longest one alone. */
    private static double squares(FeedState feed) {
        return feed.pauseSquares + feed.longestQuiet * feed.longestQuiet;
    }
}
