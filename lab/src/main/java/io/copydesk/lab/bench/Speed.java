package io.copydesk.lab.bench;

import java.util.Arrays;

/**
 * How fast one kind of work went.
 *
 * @param pagesPerSecond over all measured rounds
 * @param megabytesPerSecond 10⁶ bytes, over all measured rounds
 * @param p50Millis half of the pages took no longer; a page's time is the median of its rounds
 * @param p99Millis 99 of 100 pages took no longer
 * @param maxMillis the slowest page
 */
public record Speed(
        double pagesPerSecond, double megabytesPerSecond, double p50Millis, double p99Millis, double maxMillis) {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;

    /**
     * Sums up times.
     *
     * @param nanos by round, then by page
     * @param bytes of all pages
     */
    static Speed of(long[][] nanos, long bytes) {
        int pages = nanos[0].length;
        double seconds = Arrays.stream(nanos).flatMapToLong(Arrays::stream).sum() / NANOS_PER_SECOND;
        double[] medians = new double[pages];
        for (int page = 0; page < pages; page++) {
            medians[page] = median(nanos, page);
        }
        Arrays.sort(medians);
        return new Speed(
                nanos.length * pages / seconds,
                nanos.length * (double) bytes / 1e6 / seconds,
                quantile(medians, 0.5) / NANOS_PER_MILLI,
                quantile(medians, 0.99) / NANOS_PER_MILLI,
                medians[pages - 1] / NANOS_PER_MILLI);
    }

    private static double median(long[][] nanos, int page) {
        double[] times =
                Arrays.stream(nanos).mapToDouble(round -> round[page]).sorted().toArray();
        return quantile(times, 0.5);
    }

    /** The smallest value that at least {@code share} of the values do not exceed. */
    static double quantile(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
