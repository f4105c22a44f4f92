package io.copydesk.ingest.frontier;

import java.time.Duration;

/**
 * When one site edits its pages, learned from the visits to them: the chance of a first edit in each span of a page's age, and how many
 * more follow in each span of the time since an edit was seen. Each estimate is shrunk towards that of the whole web (gamma-Poisson,
 * posterior mean), and observations decay exponentially. Its JSON is persisted. Mutable, for one thread.
 *
 * <p>The prior is the curve of real studies: 19.5 % of articles are edited within a week, four fifths of those within a day. Its shape
 * within the day and the constants were chosen with {@code copydesk bench edits --seed 1}.
 */
@PersistedFields
final class EditHabits {

    /** How long a page is watched. */
    static final long WEEK = Duration.ofDays(7).toMillis();

    private static final long MINUTE = 60_000;

    /** The ends of the spans, in milliseconds: doubled from ten minutes to a week. */
    private static final long[] ENDS = ends(10, 20, 40, 80, 160, 320, 640, 1_280, 2_560, 5_120, 10_080);

    /** The chance of a first edit in each span: 19.5 % in all. */
    private static final double[] FIRST = {.018, .018, .022, .024, .023, .020, .017, .014, .014, .0125, .0125};

    /** Edits that follow one, in each span of the time since it was seen. */
    private static final double[] MORE = {.06, .06, .08, .09, .09, .08, .07, .06, .05, .03, .02};

    /** Pages that the prior counts as. */
    private static final double PRIOR_PAGES = 4;

    /** Edited pages that the prior counts as. */
    private static final double PRIOR_EDITED = 6;

    /** After this time an observation counts half. */
    private static final double HALF_LIFE = Duration.ofDays(60).toMillis();

    /** How often pages without an edit were watched through each span, and how many edits were found. */
    private final float[] watched = new float[ENDS.length];

    private final float[] found = new float[ENDS.length];

    /** The same of edited pages, by the time since the last edit that was seen; a lively page counts as several. */
    private final float[] watchedOn = new float[ENDS.length];

    private final float[] foundOn = new float[ENDS.length];
    private long asOf;

    private static long[] ends(long... minutes) {
        long[] ends = new long[minutes.length];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = minutes[i] * MINUTE;
        }
        return ends;
    }

    /**
     * A page was visited.
     *
     * @param lively of an edited page how many times as often as others it is edited, 0 of one without an edit
     * @param from what the last visit saw: its age then or, of an edited page, the time since the edit was seen; milliseconds
     * @param to the same now
     */
    void watched(double lively, long from, long to, long now) {
        age(now);
        float[] spans = lively > 0 ? watchedOn : watched;
        double weight = lively > 0 ? lively : 1;
        for (int i = 0; i < ENDS.length; i++) {
            spans[i] += (float) (weight * share(i, from, to));
        }
    }

    /** An edit was found between two such times; it is shared among the spans by what was expected of them. */
    void found(boolean edited, long from, long to, long now) {
        age(now);
        double expected = expected(edited, from, to);
        float[] spans = edited ? foundOn : found;
        for (int i = 0; i < ENDS.length && expected > 0; i++) {
            spans[i] += (float) (rate(edited, i) * share(i, from, to) / expected);
        }
    }

    /** Edits expected between two times, of an edited page as lively as most. */
    double expected(boolean edited, long from, long to) {
        double sum = 0;
        for (int i = 0; i < ENDS.length; i++) {
            sum += rate(edited, i) * share(i, from, to);
        }
        return sum;
    }

    /**
     * Versions expected to be missed when nobody looks between two times: each edit but the last one. The number of edits of an
     * edited page is negative binomial, as pages differ in how lively they are; of another, the first edit in between is followed by
     * more, as any other.
     *
     * @param lively as of {@link #watched}
     * @param shape of the distribution of liveliness, as far as the page is known
     */
    double missed(double lively, double shape, long from, long to) {
        if (lively > 0) {
            double edits = lively * expected(true, from, to);
            return edits - 1 + Math.pow(shape / (shape + edits), shape);
        }
        double sum = 0;
        for (int i = 0; i < ENDS.length; i++) {
            double share = share(i, from, to);
            if (share > 0) {
                long start = Math.max(from, i == 0 ? 0 : ENDS[i - 1]);
                long middle = start + (Math.min(to, ENDS[i]) - start) / 2;
                sum += rate(false, i) * share * expected(true, 0, to - middle);
            }
        }
        return sum;
    }

    private double rate(boolean edited, int span) {
        return edited
                ? (PRIOR_EDITED * MORE[span] + foundOn[span]) / (PRIOR_EDITED + watchedOn[span])
                : (PRIOR_PAGES * FIRST[span] + found[span]) / (PRIOR_PAGES + watched[span]);
    }

    /** The part of a span that lies between two times. */
    private static double share(int span, long from, long to) {
        long start = span == 0 ? 0 : ENDS[span - 1];
        long common = Math.min(to, ENDS[span]) - Math.max(from, start);
        return common <= 0 ? 0 : (double) common / (ENDS[span] - start);
    }

    private void age(long now) {
        if (asOf > 0 && now > asOf) {
            float kept = (float) Math.pow(0.5, (now - asOf) / HALF_LIFE);
            for (int i = 0; i < ENDS.length; i++) {
                watched[i] *= kept;
                found[i] *= kept;
                watchedOn[i] *= kept;
                foundOn[i] *= kept;
            }
        }
        asOf = Math.max(asOf, now);
    }
}
