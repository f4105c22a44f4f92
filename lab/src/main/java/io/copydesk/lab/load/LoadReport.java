package io.copydesk.lab.load;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a load cost.
 *
 * @param pages that were fed and had passed all stages when the measurement ended
 * @param passes over the whole corpus, each through topics and state of its own; 1 for inputs without end
 * @param megabytes 10⁶ bytes of all pages
 * @param seconds from the first page to the last result
 * @param pagesPerSecond {@code pages} over {@code seconds}
 * @param pagesPerCpuSecond {@code pages} over CPU seconds of services and broker
 * @param cpuMillisAPage CPU time of services and broker a page: all parts together
 * @param parts milliseconds of CPU time a page by part of the pipeline, in the order of the flow
 * @param observerMillisAPage what the measurement itself used, which is in no other figure
 * @param samples of stacks that the parts of stream threads were told by
 * @param parseMillisAPage CPU time of a bare {@code Jsoup.parse} of the same pages, a page; 0 for documents
 * @param ratio {@code cpuMillisAPage} over {@code parseMillisAPage}; 0 for documents
 * @param rate planned arrivals a second, 0 for as many as possible
 * @param toEnriched milliseconds from planned arrival to {@code enriched-articles}; {@code null} without a rate
 * @param toStory the same to the first record of a story that the arrival changed
 * @param stretches of a growing pipeline; {@code null} of another
 * @param disk {@code null} when it was not measured
 */
public record LoadReport(
        long pages,
        int passes,
        double megabytes,
        double seconds,
        double pagesPerSecond,
        double pagesPerCpuSecond,
        double cpuMillisAPage,
        Map<String, Double> parts,
        double observerMillisAPage,
        int samples,
        double parseMillisAPage,
        double ratio,
        double rate,
        @Nullable Summary toEnriched,
        @Nullable Summary toStory,
        @Nullable List<Stretch> stretches,
        @Nullable DiskUse disk) {

    private static final double MILLIS_PER_SECOND = 1e3;
    private static final double BYTES_PER_MEGABYTE = 1e6;

    /**
     * Latencies of arrivals.
     *
     * @param count arrivals with a result
     * @param without arrivals that have none, such as pages that are no article
     * @param p50 milliseconds that half of the arrivals with a result did not take longer than; -1 for none
     * @param p99 the same of 99 of 100
     * @param max the longest
     */
    public record Summary(int count, int without, long p50, long p99, long max) {}

    /**
     * Part of a growing pipeline's life.
     *
     * @param documents that had passed at its end
     * @param parts milliseconds of CPU time a document of the stretch, as in {@link LoadReport#parts}
     */
    public record Stretch(int documents, Map<String, Double> parts) {

        /** Milliseconds of CPU time a document of the stretch. */
        public double cpuMillisADocument() {
            return parts.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /**
     * Puts the figures together.
     *
     * @param fed pages, at least 1
     * @param used CPU time by role of threads, in nanoseconds
     * @param samples of stream threads by part
     */
    static LoadReport of(
            Fed fed,
            int passes,
            Map<ThreadRole, Long> used,
            Map<String, Integer> samples,
            double parseMillis,
            double rate,
            @Nullable Summary toEnriched,
            @Nullable Summary toStory) {
        Map<String, Double> parts = CpuParts.millisAPage(used, samples, fed.pages());
        double millis = parts.values().stream().mapToDouble(Double::doubleValue).sum();
        return new LoadReport(
                fed.pages(),
                passes,
                fed.bytes() / BYTES_PER_MEGABYTE,
                fed.seconds(),
                fed.pages() / fed.seconds(),
                MILLIS_PER_SECOND / millis,
                millis,
                parts,
                used.getOrDefault(ThreadRole.OBSERVER, 0L) / 1e6 / fed.pages(),
                samples.values().stream().mapToInt(Integer::intValue).sum(),
                parseMillis,
                parseMillis == 0 ? 0 : millis / parseMillis,
                rate,
                toEnriched,
                toStory,
                null,
                null);
    }

    /** The same with what only some measurements have; without stretches there is no list of them. */
    LoadReport with(List<Stretch> grown, @Nullable DiskUse used) {
        return new LoadReport(
                pages,
                passes,
                megabytes,
                seconds,
                pagesPerSecond,
                pagesPerCpuSecond,
                cpuMillisAPage,
                parts,
                observerMillisAPage,
                samples,
                parseMillisAPage,
                ratio,
                rate,
                toEnriched,
                toStory,
                grown.isEmpty() ? null : grown,
                used);
    }

    /**
     * What was fed.
     *
     * @param pages how many
     * @param bytes of their bodies
     * @param seconds until all of them had passed
     * @param feedNanos CPU time of the feeding thread in which it encoded and sent them
     * @param threadNanos all CPU time of that thread
     */
    record Fed(long pages, long bytes, double seconds, long feedNanos, long threadNanos) {

        static final Fed NOTHING = new Fed(0, 0, 0, 0, 0);

        Fed and(Fed other) {
            return new Fed(
                    pages + other.pages,
                    bytes + other.bytes,
                    seconds + other.seconds,
                    feedNanos + other.feedNanos,
                    threadNanos + other.threadNanos);
        }
    }
}
