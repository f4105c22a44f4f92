package io.copydesk.lab.bench;

import io.copydesk.extraction.Extractor;
import io.copydesk.extraction.SourceDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.jsoup.Jsoup;

/**
 * Cleaning beside a bare parse of the same bytes: one thread, page by page in turns, so that whatever slows the machine slows both.
 *
 * @param pages how many
 * @param bytes of all of them
 * @param rounds how often each was measured
 * @param articles on how many of them an article was found
 * @param clean charset, parse, main text, notices and metadata: {@link Extractor#extract}
 * @param parse {@code Jsoup.parse(InputStream, charset of HTTP, url)}, nothing else
 * @param ratio MB/s of {@code clean} over MB/s of {@code parse}: the median over the rounds
 * @param ratios the same of each round, the lowest first
 */
public record Comparison(
        int pages, long bytes, int rounds, long articles, Speed clean, Speed parse, double ratio, List<Double> ratios) {

    /**
     * Measures.
     *
     * @param corpus at least one page
     * @param warmUp rounds that do not count
     * @param rounds rounds that count, at least one
     * @param progress called before each round with the number of rounds done
     */
    public static Comparison measure(Corpus corpus, int warmUp, int rounds, IntConsumer progress) throws IOException {
        Extractor extractor = Extractor.create();
        List<SourceDocument> pages = corpus.pages();
        long articles = pages.stream()
                .filter(page -> extractor.extract(page).fold(extracted -> true, rejected -> false))
                .count();
        long[][] clean = new long[rounds][pages.size()];
        long[][] parse = new long[rounds][pages.size()];
        for (int i = 0; i < warmUp + rounds; i++) {
            progress.accept(i);
            int round = Math.max(0, i - warmUp);
            if (i % 2 == 0) {
                run(pages, extractor::extract, clean[round], Comparison::parse, parse[round]);
            } else {
                run(pages, Comparison::parse, parse[round], extractor::extract, clean[round]);
            }
        }
        double[] ratios = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            ratios[i] = (double) Arrays.stream(parse[i]).sum()
                    / Arrays.stream(clean[i]).sum();
        }
        Arrays.sort(ratios);
        return new Comparison(
                pages.size(),
                corpus.bytes(),
                rounds,
                articles,
                Speed.of(clean, corpus.bytes()),
                Speed.of(parse, corpus.bytes()),
                Speed.quantile(ratios, 0.5),
                Arrays.stream(ratios).boxed().toList());
    }

    private static void run(
            List<SourceDocument> pages, BenchTask first, long[] firstNanos, BenchTask second, long[] secondNanos)
            throws IOException {
        for (int i = 0; i < pages.size(); i++) {
            firstNanos[i] = nanos(first, pages.get(i));
            secondNanos[i] = nanos(second, pages.get(i));
        }
    }

    private static long nanos(BenchTask work, SourceDocument page) throws IOException {
        long started = System.nanoTime();
        Object result = work.on(page);
        long took = System.nanoTime() - started;
        if (result == null) {
            throw new IllegalStateException("no answer for " + page.url());
        }
        return took;
    }

    private static Object parse(SourceDocument page) throws IOException {
        String url = page.url() == null ? "" : page.url();
        return Jsoup.parse(new ByteArrayInputStream(page.body()), page.charset(), url);
    }
}
