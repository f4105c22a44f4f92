package io.copydesk.lab.bench;

import io.copydesk.extraction.Extraction;
import io.copydesk.extraction.Extractor;
import io.copydesk.extraction.SourceDocument;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.function.Consumer;

/**
 * The cost of cleaning one hostile page.
 *
 * @param kind what comes without end
 * @param bytes of the page
 * @param millis of a page
 * @param halfMillis of a page of the same kind with half as many bytes
 * @param peakMegabytes most heap in use meanwhile, garbage that was not collected yet included
 * @param answer {@code article}, or the reason why there is none
 */
public record WorstPage(String kind, int bytes, double millis, double halfMillis, double peakMegabytes, String answer) {

    private static final String URL = "https://news.example/a";
    private static final int SMALL = 20_000;

    /**
     * Cleans pages of every kind, one after the other, in this thread.
     *
     * @param size of each page in bytes, as near as its pieces allow
     * @param each called with the cost of each kind as soon as it is known
     */
    public static void measure(int size, Consumer<WorstPage> each) {
        Extractor extractor = Extractor.create();
        HostilePages.kinds().values().forEach(page -> clean(extractor, page.apply(SMALL)));
        HostilePages.kinds().forEach((kind, page) -> {
            byte[] half = page.apply(size / 2);
            long start = System.nanoTime();
            clean(extractor, half);
            long halfNanos = System.nanoTime() - start;
            byte[] whole = page.apply(size);
            forgetPeaks();
            start = System.nanoTime();
            Extraction answer = clean(extractor, whole);
            long nanos = System.nanoTime() - start;
            each.accept(new WorstPage(kind, whole.length, nanos / 1e6, halfNanos / 1e6, peak() / 1e6, label(answer)));
        });
    }

    private static Extraction clean(Extractor extractor, byte[] page) {
        return extractor.extract(new SourceDocument(URL, "text/html", null, page, null));
    }

    private static String label(Extraction answer) {
        return answer.fold(extracted -> "article", rejected -> rejected.reason().label());
    }

    private static void forgetPeaks() {
        System.gc();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peak() {
        return heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
