package io.copydesk.ingest.frontier;

/**
 * Tells when a feed has been silent for so long that something must be wrong, although it answers. The measure is how many items were expected since the
 * last new one, by the hours and days of its rhythm and at the rate of then. A real feed is less regular than a Poisson process: it has holidays and
 * slow weeks. So more must be expected than in its longest silence before, which fades within years. Pure but for the feed that it changes.
 *
 * <p>The constants were chosen on the feeds of the odd lines of a real year; {@code copydesk bench silence} measures what they tell on each half: false
 * alarms, and the time until a feed that ends is told.
 */
final class Silence {

    /** Items expected at least: none came with a chance of 1 in 150 (Poisson). */
    private static final double EXPECTED = 5;

    /** How many times what was expected in the longest silence before. */
    private static final double LONGER = 1.5;

    /** The half-life of the longest silence, in hours. */
    private static final double HALF_LIFE = 360 * 24;

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
            double hours = before == 0 ? 0 : (now - before) / Rhythm.HOUR;
            double kept = feed.longestQuiet * Math.pow(0.5, hours / HALF_LIFE);
            feed.longestQuiet = (float) Math.max(kept, feed.quiet);
            feed.quiet = 0;
            feed.silentSince = 0;
            feed.usualRate = (float) feed.rhythm.mean();
        } else if (feed.usualRate > 0) {
            feed.quiet += (float) (feed.rhythm.usual(feed.heard, now) * feed.usualRate / feed.rhythm.mean());
            boolean tells = feed.rhythm.known() && feed.items >= ITEMS && verified;
            if (tells && feed.silentSince == 0 && feed.quiet >= Math.max(EXPECTED, LONGER * feed.longestQuiet)) {
                feed.silentSince = now;
            }
        }
        feed.heard = now;
    }
}
