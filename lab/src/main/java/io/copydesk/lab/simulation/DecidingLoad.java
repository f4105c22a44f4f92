package io.copydesk.lab.simulation;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * What the task that decides has to hold and to do when very many feeds publish as real ones did, and each item becomes an article at once.
 *
 * @param feeds how many feeds
 * @param perDay articles a day, on average
 * @param held most articles that come within the time for which they are kept
 * @param busiestHour articles a second in the hour with the most of them
 * @param use share of one core that they take on average; above 1 the task never catches up
 * @param useInBusiestHour the same in the hour with the most of them
 * @param wait99 seconds from an article's arrival until it is decided on, which 99 of 100 do not exceed
 * @param longestWait the longest, in seconds
 */
public record DecidingLoad(
        long feeds,
        double perDay,
        long held,
        double busiestHour,
        double use,
        double useInBusiestHour,
        double wait99,
        double longestWait) {

    private static final int SECONDS_AN_HOUR = 3_600;
    private static final int SECONDS_A_DAY = 24 * SECONDS_AN_HOUR;
    private static final int SECONDS_A_WEEK = 7 * SECONDS_A_DAY;

    /** More copies of a feed than this publish in step with others, so that waits are rather too long. */
    private static final int MOST_DRAWN = 400;

    /** Waits are counted in steps of so many seconds. */
    private static final double STEP = 1e-3;

    private static final int STEPS = 1_000_000;

    /**
     * The load of several copies of all feeds. Each copy of a feed is shifted by a number of whole weeks and by some seconds within an hour, so that the
     * rhythm of days and weeks is kept, and the news of one day is not that of all copies.
     *
     * @param trace of one week at the least
     * @param copies of each feed, 1 and up
     * @param share of the articles that reach the task, 0–1
     * @param kept how long they are kept
     * @param cost CPU time of one article
     */
    public static DecidingLoad of(FeedTrace trace, int copies, double share, Duration kept, Duration cost, long seed) {
        int[] arrivals = arrivals(trace, copies, share, new SplittableRandom(seed));
        long all = 0;
        for (int each : arrivals) {
            all += each;
        }
        double seconds = cost.toNanos() / 1e9;
        double perSecond = (double) all / arrivals.length;
        double busiest = most(arrivals, SECONDS_AN_HOUR) / (double) SECONDS_AN_HOUR;
        Waits waits = Waits.of(arrivals, seconds, all);
        return new DecidingLoad(
                (long) trace.feeds().size() * copies,
                perSecond * SECONDS_A_DAY,
                most(arrivals, (int) Math.min(kept.toSeconds(), arrivals.length)),
                busiest,
                perSecond * seconds,
                busiest * seconds,
                waits.of99,
                waits.longest);
    }

    /** Articles that come in each second of as many whole weeks as the trace has, which begin again where they end; what is left over is not counted. */
    private static int[] arrivals(FeedTrace trace, int copies, double share, SplittableRandom random) {
        int weeks = trace.weeks();
        int[] arrivals = new int[weeks * SECONDS_A_WEEK];
        long first = trace.first();
        int drawn = Math.min(copies, MOST_DRAWN);
        for (long[] times : trace.feeds().values()) {
            for (int copy = 0; copy < drawn; copy++) {
                int stands = copies / drawn + (copy < copies % drawn ? 1 : 0);
                long shift = (long) random.nextInt(weeks) * SECONDS_A_WEEK + random.nextInt(SECONDS_AN_HOUR);
                for (long time : times) {
                    long at = (time - first) / 1000;
                    if (at < arrivals.length) {
                        arrivals[Math.floorMod(at + shift, arrivals.length)] +=
                                share == 1 ? stands : share(stands, share, random);
                    }
                }
            }
        }
        return arrivals;
    }

    /** About this share of a number. */
    private static int share(int of, double share, SplittableRandom random) {
        return (int) (of * share + random.nextDouble());
    }

    /** The most that come within so many seconds. */
    private static long most(int[] arrivals, int seconds) {
        long within = 0;
        long most = 0;
        for (int at = 0; at < arrivals.length; at++) {
            within += arrivals[at];
            within -= at < seconds ? 0 : arrivals[at - seconds];
            most = Math.max(most, within);
        }
        return most;
    }

    /** What articles wait for one core that takes them in order; those of one second come evenly within it. */
    private record Waits(double of99, double longest) {

        static Waits of(int[] arrivals, double cost, long all) {
            long[] counts = new long[STEPS + 1];
            double longest = 0;
            double left = 0;
            for (int each : arrivals) {
                double work = left + each * cost;
                double wait = Math.max(left, work - 1) + (each == 0 ? 0 : cost);
                if (each > 0) {
                    counts[(int) Math.min(STEPS, wait / STEP)] += each;
                    longest = Math.max(longest, wait);
                }
                left = Math.max(0, work - 1);
            }
            long before = 0;
            int step = 0;
            while (step < STEPS && before + counts[step] < all * 0.99) {
                before += counts[step++];
            }
            return new Waits(Math.min(longest, (step + 1) * STEP), longest);
        }
    }
}
