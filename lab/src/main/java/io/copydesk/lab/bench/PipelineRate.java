package io.copydesk.lab.bench;

import io.copydesk.enrich.decide.Decider;
import io.copydesk.enrich.dedup.Works;
import io.copydesk.enrich.entity.EntityFinder;
import io.copydesk.enrich.memory.ByteBlocks;
import io.copydesk.enrich.sketch.Fingerprint;
import io.copydesk.enrich.sketch.Sketch;
import io.copydesk.enrich.sketch.Sketcher;
import io.copydesk.enrich.sketch.StoredSketch;
import io.copydesk.enrich.story.StoryForest;
import io.copydesk.extraction.language.LanguageDetector;
import io.copydesk.lab.process.Folders;
import io.copydesk.schemas.Article;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * How fast a part of enrichment is, on one thread, in memory.
 *
 * @param part what was measured
 * @param indexed how many articles it knew already
 * @param perSecond articles a second
 * @param bytesEach bytes of heap for each article that it knows, of {@code restore} bytes that are stored; -1 where nothing is kept
 * @param fileBytesEach bytes of files for each article that it knows; -1 where there are none
 */
public record PipelineRate(String part, int indexed, double perSecond, long bytesEach, long fileBytesEach) {

    private PipelineRate(String part, int indexed, double perSecond, long bytesEach) {
        this(part, indexed, perSecond, bytesEach, -1);
    }

    /** The number of rounds, of which the median is reported. */
    private static final int ROUNDS = 5;

    /** Only there so that nothing of the work can be left out. */
    @SuppressWarnings("unused")
    private static volatile long results;

    private static final String TEMPLATE =
            " Readers of this paper may write to its editors by post at any time of the year.";

    private static final int TEMPLATE_MEASURED = 40;

    private static final List<Integer> COPIES = List.of(100, 2_000);
    private static final int COPIES_MEASURED = 40;

    /** What all articles that are known were published within. */
    private static final Duration SPAN = Duration.ofDays(30);

    /**
     * Measures all parts. {@code decisions} are those about works, relations and stories of {@code sizes} articles within thirty days, with all that
     * is kept for them ({@link #decisions}); {@code duplicates} and {@code stories} are parts of these, with all on the heap. {@code template} is that of
     * {@code duplicates} which pages of one template take, with a fiftieth of the least and a fifth of the largest of {@code sizes} known. {@code copies} is
     * that of {@code decisions} about a further near copy of one article, with 100 and 2,000 of them known.
     *
     * @param sizes of the index of duplicates, ascending
     * @param stories works that are known when stories are assigned
     * @param measured articles in all rounds of a part
     * @param vocabulary of the articles that are decided about; that of the parts alone is fixed
     */
    public static void measure(
            long seed,
            List<Integer> sizes,
            int stories,
            int measured,
            InventedVocabulary vocabulary,
            Consumer<PipelineRate> out) {
        InventedArticles articles = new InventedArticles(seed);
        stateless(articles, measured, out);
        duplicates(articles, sizes, measured, out);
        template(articles, List.of(Math.max(1, sizes.get(0) / 50), Math.max(1, sizes.get(sizes.size() - 1) / 5)), out);
        copies(articles, out);
        decisions(seed, sizes, measured, vocabulary, out);
        stories(articles, stories, measured, out);
        restore(articles, measured, out);
    }

    private static void stateless(InventedArticles articles, int measured, Consumer<PipelineRate> out) {
        List<Article> sample = new ArrayList<>();
        for (int i = 0; i < measured; i++) {
            sample.add(articles.article(i));
        }
        LanguageDetector detector = LanguageDetector.create();
        out.accept(
                rate("language", sample, a -> detector.detect(a.articleBody()).hashCode()));
        out.accept(rate(
                "mentions",
                sample,
                a -> EntityFinder.find("en", a.headline(), a.articleBody()).size()));
        out.accept(rate("fingerprint", sample, a -> Sketcher.fingerprint(a).words()));
        out.accept(rate("sketch", sample, a -> Sketcher.sketch(a).terms().size()));
    }

    private static PipelineRate rate(String part, List<Article> sample, ToLongFunction<Article> work) {
        double[] rates = new double[ROUNDS];
        long sink = 0;
        for (int round = -1; round < ROUNDS; round++) { // the first is to warm up
            long start = System.nanoTime();
            for (Article article : sample) {
                sink += work.applyAsLong(article);
            }
            rates[Math.max(0, round)] = sample.size() / seconds(start);
        }
        results = sink;
        return new PipelineRate(part, 0, median(rates), -1);
    }

    private static void duplicates(
            InventedArticles articles, List<Integer> sizes, int measured, Consumer<PipelineRate> out) {
        Sketcher.fingerprint(articles.article(0));
        long before = heap();
        Works works = new Works();
        int next = 0;
        for (int size : sizes) {
            for (; next < size; next++) {
                works.put(Sketcher.fingerprint(articles.article(next)));
            }
            long bytes = (heap() - before) / size;
            double[] rates = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                List<Article> sample = new ArrayList<>();
                for (int i = 0; i < measured / ROUNDS; i++) {
                    sample.add(articles.article(next++));
                }
                long start = System.nanoTime();
                sample.forEach(article -> works.put(Sketcher.fingerprint(article)));
                rates[round] = sample.size() / seconds(start);
            }
            out.accept(new PipelineRate("duplicates", size, median(rates), bytes));
        }
    }

    /**
     * Different texts that have one sentence in common, as a template of a site puts it on all its pages.
     *
     * @param sizes numbers of pages that are known already, ascending
     */
    private static void template(InventedArticles articles, List<Integer> sizes, Consumer<PipelineRate> out) {
        Works works = new Works();
        int next = 0;
        for (int size : sizes) {
            for (; next < size; next++) {
                works.put(page(articles, next));
            }
            double[] rates = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                List<Fingerprint> sample = new ArrayList<>();
                for (int i = 0; i < TEMPLATE_MEASURED; i++) {
                    sample.add(page(articles, next++));
                }
                long start = System.nanoTime();
                sample.forEach(works::put);
                rates[round] = sample.size() / seconds(start);
            }
            out.accept(new PipelineRate("template", size, median(rates), -1));
        }
    }

    private static Fingerprint page(InventedArticles articles, int number) {
        Article article = articles.article(number);
        return Sketcher.fingerprint(article.toBuilder()
                .articleBody(article.articleBody() + TEMPLATE)
                .build());
    }

    /** Near copies of one article, each with a sentence of its own. */
    private static void copies(InventedArticles articles, Consumer<PipelineRate> out) {
        Map<String, Sketch> sketches = new HashMap<>();
        Decider desk = new Decider(sketches::get);
        int next = 0;
        for (int size : COPIES) {
            for (; next < size; next++) {
                decide(desk, sketches, copy(articles, next));
            }
            double[] rates = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                List<Sketch> sample = new ArrayList<>();
                for (int i = 0; i < COPIES_MEASURED; i++) {
                    sample.add(copy(articles, next++));
                }
                long start = System.nanoTime();
                sample.forEach(sketch -> decide(desk, sketches, sketch));
                rates[round] = sample.size() / seconds(start);
            }
            out.accept(new PipelineRate("copies", size, median(rates), -1));
        }
    }

    private static Sketch copy(InventedArticles articles, int number) {
        Article original = articles.article(0);
        Article other = articles.article(number);
        String own = other.articleBody().substring(0, other.articleBody().indexOf('.') + 1);
        return Sketcher.sketch(other.toBuilder()
                .headline(original.headline())
                .articleBody(own + " " + original.articleBody())
                .build());
    }

    private static void decide(Decider desk, Map<String, Sketch> sketches, Sketch sketch) {
        sketches.put(sketch.id(), sketch);
        desk.put(sketch, 0);
    }

    /**
     * Measures {@code decisions}, which are those of {@link #measure}, {@code snapshot}, the writing of what a service starts from,
     * {@code restart}, from its reading to the next decision, {@code copy} and {@code lost}, the sending of it to a topic and the same from there, and
     * {@code rebuild}, the deciding on all stored sketches.
     */
    public static void decisions(
            long seed, List<Integer> sizes, int measured, InventedVocabulary vocabulary, Consumer<PipelineRate> out) {
        try {
            Path folder = Files.createTempDirectory("copydesk");
            try {
                int most = sizes.get(sizes.size() - 1);
                decisions(new InventedArticles(seed, SPAN.dividedBy(most), vocabulary), sizes, measured, folder, out);
            } finally {
                Folders.remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void decisions(
            InventedArticles articles, List<Integer> sizes, int measured, Path folder, Consumer<PipelineRate> out) {
        try (StoredSketches stored = StoredSketches.create()) {
            Restart restart = new Restart(stored, folder);
            stored.put(Sketcher.sketch(articles.article(0)));
            long before = heap();
            Decider desk = new Decider(stored::get, ByteBlocks.in(folder));
            int next = 0;
            for (int size : sizes) {
                for (; next < size; next++) {
                    decide(desk, stored, sketch(articles, next));
                }
                long bytes = (heap() - before - stored.bytes()) / size;
                long fileBytes = desk.blockBytes() / size;
                double[] rates = new double[ROUNDS];
                for (int round = 0; round < ROUNDS; round++) {
                    List<Sketch> sample = new ArrayList<>();
                    for (int i = 0; i < measured / ROUNDS; i++) {
                        sample.add(sketch(articles, next++));
                    }
                    long start = System.nanoTime();
                    for (Sketch sketch : sample) {
                        decide(desk, stored, sketch);
                    }
                    rates[round] = sample.size() / seconds(start);
                }
                out.accept(new PipelineRate("decisions", size, median(rates), bytes, fileBytes));
                Sketch later = sketch(articles, next);
                desk = restart.withState(desk, next, later, out);
                restart.withCopy(desk, next, later, out);
                next++;
                restart.withoutState(next, out);
            }
        }
    }

    private static Sketch sketch(InventedArticles articles, int number) {
        Article article = articles.article(number);
        return Sketcher.sketch(article)
                .arrivedAt(Instant.parse(article.pipeline().fetched()).toEpochMilli());
    }

    private static void decide(Decider desk, StoredSketches stored, Sketch sketch) {
        stored.put(sketch);
        desk.put(sketch, Objects.requireNonNull(sketch.arrived()));
    }

    private static void stories(InventedArticles articles, int stories, int measured, Consumer<PipelineRate> out) {
        long before = heap();
        StoryForest forest = new StoryForest();
        int next = 0;
        for (; next < stories; next++) {
            forest.add(Sketcher.sketch(articles.article(next)), next);
            forest.settle();
        }
        long bytes = (heap() - before) / stories;
        double[] rates = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            List<Sketch> sketches = new ArrayList<>();
            for (int i = 0; i < measured / ROUNDS; i++) {
                sketches.add(Sketcher.sketch(articles.article(next++)));
            }
            long start = System.nanoTime();
            for (Sketch sketch : sketches) {
                forest.add(sketch, next);
                forest.settle();
            }
            rates[round] = sketches.size() / seconds(start);
        }
        out.accept(new PipelineRate("stories", stories, median(rates), bytes));
    }

    /** A desk is filled from the stored sketches when a service starts. */
    private static void restore(InventedArticles articles, int measured, Consumer<PipelineRate> out) {
        List<byte[]> stored = new ArrayList<>();
        for (int i = 0; i < measured; i++) {
            stored.add(StoredSketch.bytes(Sketcher.sketch(articles.article(i))));
        }
        double[] rates = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, Sketch> sketches = new HashMap<>();
            Decider desk = new Decider(sketches::get);
            long start = System.nanoTime();
            for (byte[] bytes : stored) {
                Sketch sketch = StoredSketch.read(bytes);
                sketches.put(sketch.id(), sketch);
                desk.put(sketch, 0);
            }
            rates[round] = stored.size() / seconds(start);
        }
        long bytes = stored.stream().mapToLong(b -> b.length).sum() / stored.size();
        out.accept(new PipelineRate("restore", 0, median(rates), bytes));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
