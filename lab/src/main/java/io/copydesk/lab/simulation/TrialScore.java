package io.copydesk.lab.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The results of a schedule.
 *
 * @param published items that could have been found
 * @param missed how many of them were never found
 * @param requests made to feeds
 * @param medianDelay from publication to discovery, in milliseconds
 * @param delayOverRhythm median over the feeds of: a feed's median delay over its own rhythm, which is the mean time between
 *     two of its items, between 5 minutes and 24 hours
 * @param withinHalf the share of feeds for which that is at most one half
 * @param lateDelay the 90th percentile of the delay, in milliseconds
 * @param feedDelay the median over the feeds of a feed's median delay, in milliseconds
 */
public record TrialScore(
        long published,
        long missed,
        long requests,
        long medianDelay,
        double delayOverRhythm,
        double withinHalf,
        long lateDelay,
        long feedDelay) {

    /** Missed over published. */
    public double missedShare() {
        return (double) missed / Math.max(1, published);
    }

    /** Requests to feeds for each item found. */
    public double requestsPerItem() {
        return (double) requests / Math.max(1, published - missed);
    }

    /** From the records of the web's feeds. Items of the last day are left out: they may still be found. */
    static TrialScore of(SimulatedWeb web, long requests) {
        long published = 0;
        long missed = 0;
        List<Long> delays = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        List<Long> medians = new ArrayList<>();
        for (SimulatedFeed feed : web.feeds) {
            if (feed.isOutOfReach()) {
                continue;
            }
            List<Long> own = new ArrayList<>();
            long until = feed.countedUntil(web.end - Rhythms.DAY);
            for (int i = 0; i < feed.published.length; i++) {
                if (feed.published[i] >= web.start && feed.published[i] < until) {
                    published++;
                    if (feed.found[i] == 0) {
                        missed++;
                    } else {
                        own.add(feed.found[i] - feed.published[i]);
                    }
                }
            }
            if (own.size() >= 3) {
                double rhythm = Math.min(Rhythms.DAY, Math.max(300_000.0, (double) (until - web.start) / own.size()));
                ratios.add(quantile(own, 0.5) / rhythm);
            }
            if (!own.isEmpty()) {
                medians.add(quantile(own, 0.5));
            }
            delays.addAll(own);
        }
        double[] sorted =
                ratios.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double within =
                Arrays.stream(sorted).filter(ratio -> ratio <= 0.5).count() / (double) Math.max(1, sorted.length);
        return new TrialScore(
                published,
                missed,
                requests,
                quantile(delays, 0.5),
                sorted.length == 0 ? 0 : sorted[sorted.length / 2],
                within,
                quantile(delays, 0.9),
                quantile(medians, 0.5));
    }

    private static long quantile(List<Long> values, double share) {
        long[] sorted = values.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[(int) (sorted.length * share)];
    }
}
