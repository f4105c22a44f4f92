package io.copydesk.lab.simulation;

import java.util.Arrays;

/** What may be called the usual time between two items of a feed. */
public enum UsualGap {
    /** The arithmetic mean: small where items come in batches, whatever the time between the batches. */
    MEAN("mean"),
    /** As long as half of the gaps at the most; seconds, where items come in batches. */
    MEDIAN("median"),
    /** The mean length of the gap that a random moment falls into: the mean of the squares over the mean. */
    AT_RANDOM_MOMENT("length-biased mean"),
    /** As long as nine in ten of the gaps at the most. */
    HIGH("90th percentile");

    private static final double HIGH_SHARE = 0.9;

    private final String label;

    UsualGap(String label) {
        this.label = label;
    }

    /** Its name in the language of statistics. */
    public String label() {
        return label;
    }

    /** Of the times of at least two items, ascending; in their unit, at least 1. */
    double of(long[] times) {
        double[] gaps = gaps(times);
        double sum = Arrays.stream(gaps).sum();
        double gap = switch (this) {
            case MEAN -> sum / gaps.length;
            case MEDIAN -> gaps[gaps.length / 2];
            case AT_RANDOM_MOMENT ->
                sum == 0 ? 0 : Arrays.stream(gaps).map(each -> each * each).sum() / sum;
            case HIGH -> gaps[(int) (gaps.length * HIGH_SHARE)];
        };
        return Math.max(1, gap);
    }

    /** The times between the items, ascending. */
    static double[] gaps(long[] times) {
        double[] gaps = new double[times.length - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = times[i + 1] - times[i];
        }
        Arrays.sort(gaps);
        return gaps;
    }
}
