package io.copydesk.training;

import java.util.Arrays;
import java.util.SplittableRandom;

/** The values of each feature cut into at most {@value #MAX} ranges of about equally many rows. */
final class Bins {

    static final int MAX = 48;
    private static final int SAMPLE = 60_000;

    /** For each feature, the upper end of each bin but the last. */
    final float[][] cuts;

    private Bins(float[][] cuts) {
        this.cuts = cuts;
    }

    static Bins of(float[][] rows, int columns) {
        SplittableRandom random = new SplittableRandom(11);
        int[] sample =
                random.ints(Math.min(SAMPLE, rows.length), 0, rows.length).toArray();
        float[][] cuts = new float[columns][];
        float[] values = new float[sample.length];
        for (int c = 0; c < columns; c++) {
            for (int i = 0; i < sample.length; i++) {
                values[i] = rows[sample[i]][c];
            }
            Arrays.sort(values);
            float[] found = new float[MAX];
            int n = 0;
            for (int b = 1; b < MAX; b++) {
                int at = (int) ((long) b * (values.length - 1) / MAX);
                float cut = values[at];
                float above = above(values, cut);
                if ((n == 0 || cut > found[n - 1]) && above > cut) {
                    found[n++] = (cut + above) / 2;
                }
            }
            cuts[c] = Arrays.copyOf(found, n);
        }
        return new Bins(cuts);
    }

    /** The least value above {@code cut}; itself when there is none. */
    private static float above(float[] sorted, float cut) {
        int i = Arrays.binarySearch(sorted, cut);
        while (i < sorted.length && sorted[i] <= cut) {
            i++;
        }
        return i < sorted.length ? sorted[i] : cut;
    }

    byte bin(int column, float value) {
        float[] c = cuts[column];
        int low = 0;
        int high = c.length;
        while (low < high) {
            int mid = (low + high) >>> 1;
            if (value <= c[mid]) {
                high = mid;
            } else {
                low = mid + 1;
            }
        }
        return (byte) low;
    }

    /** {@code binned[column][row]}. */
    byte[][] apply(float[][] rows) {
        byte[][] binned = new byte[cuts.length][rows.length];
        for (int c = 0; c < cuts.length; c++) {
            for (int r = 0; r < rows.length; r++) {
                binned[c][r] = bin(c, rows[r][c]);
            }
        }
        return binned;
    }
}
