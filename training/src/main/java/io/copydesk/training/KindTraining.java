package io.copydesk.training;

import com.fasterxml.jackson.databind.JsonNode;
import io.copydesk.extraction.Extractor;
import io.copydesk.extraction.ExtractorOptions;
import io.copydesk.extraction.SourceDocument;
import io.copydesk.extraction.kind.KindClassifier;
import io.copydesk.extraction.kind.KindSheet;
import io.copydesk.extraction.kind.PageKinds;
import io.copydesk.extraction.kind.WordScores;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.PageKind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * {@code KindTraining KINDS SETS MODEL JUDGED}: trains the model of page kinds on the pages of known kind in folder KINDS ({@code kinds.jsonl}) and on the
 * articles of all sets in folder SETS, and writes it to MODEL. Prints what models that have not seen a page's site refuse, by threshold, and writes what they make of each page to JUDGED.
 */
public final class KindTraining {

    private static final int FOLDS = 10;
    /** Folds by which the words of a page are scored without its site. */
    private static final int WORD_FOLDS = 5;
    /** Ensembles of trees for articles, grown with seeds of their own, that are averaged. */
    private static final int ENSEMBLES = 3;

    private static final String LEAF = "leaf ";
    private static final Boosting.Settings ARTICLE = new Boosting.Settings(300, 8, 0.06, 0.2, 0.7, 6, 4, 23);
    private static final Boosting.Settings OTHER = new Boosting.Settings(80, 6, 0.1, 0.3, 0.7, 4, 4, 29);
    /** The articles that were collected beside the other kinds are few and the hardest to tell from them. */
    private static final float BESIDE = 4f;

    /** Sets of pages of news sites alone. */
    private static final Set<String> NEWS = Set.of("aeb", "fundus", "np4k", "postlight");

    /** The threshold in use. */
    private static final double CHOSEN = ExtractorOptions.DEFAULT.articleThreshold();

    private static final double[] THRESHOLDS = {0.02, 0.03, 0.05, 0.08, 0.1, 0.2, 0.3, 0.5};

    /** A page with its features. */
    private record Sample(String id, String site, PageKind kind, boolean beside, boolean news, KindSheet sheet) {

        float weight() {
            return beside ? BESIDE : 1;
        }

        int fold() {
            return Math.floorMod(site.hashCode() * 0x9E3779B1 >>> 7, FOLDS);
        }

        int wordFold() {
            return Math.floorMod((site + "!").hashCode() * 0x9E3779B1 >>> 9, WORD_FOLDS);
        }
    }

    private final Extractor extractor = Extractor.create();

    private KindTraining() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 4) {
            System.err.println("usage: KindTraining KINDS SETS MODEL JUDGED");
            System.exit(2);
        }
        KindTraining training = new KindTraining();
        List<Sample> samples = training.samples(Path.of(args[0]), Path.of(args[1]));
        List<Judged> judged = crossValidate(samples);
        print(judged);
        write(judged, Path.of(args[3]));
        List<String> model = new ArrayList<>(List.of(
                "# The model of page kinds: an ensemble of decision trees for each kind. Made by training/train-kinds; the form is that of TreeEnsemble.",
                "# Trained on " + samples.size() + " pages."));
        model.addAll(train(samples));
        Files.write(Path.of(args[2]), model);
    }

    private List<Sample> samples(Path kinds, Path sets) throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (String line : Files.readAllLines(kinds.resolve("kinds.jsonl"))) {
            JsonNode page = Json.tree(line);
            PageKind kind = PageKind.valueOf(page.get("kind").asText().toUpperCase(Locale.ROOT));
            add(
                    samples,
                    page.get("id").asText(),
                    page.get("url").asText(),
                    kind,
                    true,
                    false,
                    kinds.resolve(page.get("html").asText()));
        }
        try (var folders = Files.list(sets)) {
            for (Path set : folders.sorted().toList()) {
                if (Files.exists(set.resolve("gold.jsonl"))) {
                    for (GoldPage gold : GoldPage.of(set)) {
                        boolean news = NEWS.contains(set.getFileName().toString());
                        add(samples, gold.id(), gold.url(), PageKind.ARTICLE, false, news, gold.html());
                    }
                }
            }
        }
        return samples;
    }

    private void add(
            List<Sample> samples, String id, String url, PageKind kind, boolean beside, boolean news, Path html)
            throws IOException {
        SourceDocument document = new SourceDocument(url, "text/html", null, Files.readAllBytes(html), null);
        Optional<KindSheet> sheet = extractor.kindSheet(document);
        sheet.ifPresent(found -> samples.add(new Sample(id, site(url, id), kind, beside, news, found)));
    }

    private static String site(String url, String id) {
        String host =
                URI.create(url.replaceAll("[^!-~]|[\\[\\]{}|\\\\^`\"<>]", "")).getHost();
        String[] parts = host == null || host.equals("unknown.example") ? new String[] {id} : host.split("[.]");
        return parts.length < 2 ? parts[0] : parts[parts.length - 2];
    }

    /** What a model that has not seen the page's site makes of a page. */
    private record Judged(Sample sample, KindClassifier.Judgement judgement) {

        double article() {
            return judgement.article();
        }

        PageKind kind() {
            return judgement.assessment().kind();
        }

        boolean refused(double threshold) {
            return PageKinds.isRefused(kind(), article(), threshold);
        }
    }

    private static List<Judged> crossValidate(List<Sample> samples) {
        return IntStream.range(0, FOLDS)
                .parallel()
                .boxed()
                .flatMap(fold -> {
                    KindClassifier classifier = KindClassifier.parse(
                            train(samples.stream().filter(s -> s.fold() != fold).toList()));
                    return samples.stream()
                            .filter(s -> s.fold() == fold)
                            .map(s -> new Judged(s, classifier.judge(s.sheet())));
                })
                .toList();
    }

    private static void print(List<Judged> pages) {
        List<Judged> others = pages.stream()
                .filter(p -> p.sample().kind() != PageKind.ARTICLE)
                .toList();
        List<Judged> articles = pages.stream()
                .filter(p -> p.sample().kind() == PageKind.ARTICLE)
                .toList();
        System.out.printf(
                "kind named: %d of %d%n",
                count(others, p -> p.kind() == p.sample().kind()), others.size());
        for (double threshold : THRESHOLDS) {
            System.out.printf(
                    Locale.ROOT,
                    "below %.2f: %d of %d others, %d of %d articles, %d of these beside the others, %d of news sites%n",
                    threshold,
                    count(others, p -> p.refused(threshold)),
                    others.size(),
                    count(articles, p -> p.refused(threshold)),
                    articles.size(),
                    count(articles, p -> p.refused(threshold) && p.sample().beside()),
                    count(articles, p -> p.refused(threshold) && p.sample().news()));
        }
        others.stream()
                .collect(Collectors.groupingBy(p -> p.sample().kind(), TreeMap::new, Collectors.toList()))
                .forEach((kind, own) -> System.out.printf(
                        "%s: %d of %d%n", kind.label(), count(own, p -> p.refused(CHOSEN)), own.size()));
    }

    private static long count(List<Judged> pages, Predicate<Judged> condition) {
        return pages.stream().filter(condition).count();
    }

    private static void write(List<Judged> pages, Path file) throws IOException {
        Files.write(
                file,
                pages.stream()
                        .sorted(Comparator.comparingDouble(Judged::article))
                        .map(p -> String.format(
                                Locale.ROOT,
                                "%.4f\t%s\t%s\t%s",
                                p.article(),
                                p.kind().label(),
                                p.sample().kind().label(),
                                p.sample().id()))
                        .toList());
    }

    private static List<String> train(List<Sample> samples) {
        List<String> lines = new ArrayList<>(List.of("words"));
        lines.addAll(WordTraining.train(pages(samples)).lines());
        Map<Sample, float[]> rows = rows(samples);
        for (PageKind kind : PageKind.values()) {
            if (samples.stream().noneMatch(s -> s.kind() == kind)) {
                continue;
            }
            boolean article = kind == PageKind.ARTICLE;
            List<Sample> own = samples.stream()
                    .filter(s -> article || s.kind() != PageKind.ARTICLE)
                    .toList();
            float[] target = new float[own.size()];
            float[] weight = new float[own.size()];
            for (int i = 0; i < target.length; i++) {
                target[i] = own.get(i).kind() == kind ? 1 : 0;
                weight[i] = own.get(i).weight();
            }
            lines.add("kind " + kind.label());
            float[][] features = own.stream().map(rows::get).toArray(float[][]::new);
            for (int e = 0; e < (article ? ENSEMBLES : 1); e++) {
                Boosting.Settings settings = article ? ARTICLE.withSeed(ARTICLE.seed() + e) : OTHER;
                List<String> trees = Boosting.train(settings, KindSheet.columns(), features, target, weight);
                lines.addAll(article ? shared(trees) : trees);
            }
        }
        return lines;
    }

    /** The features of each page, with a score of its words by weights that were learned without its site. */
    private static Map<Sample, float[]> rows(List<Sample> samples) {
        Map<Sample, float[]> rows = new IdentityHashMap<>();
        for (int fold = 0; fold < WORD_FOLDS; fold++) {
            int held = fold;
            WordScores scores = WordTraining.train(
                    pages(samples.stream().filter(s -> s.wordFold() != held).toList()));
            samples.stream()
                    .filter(s -> s.wordFold() == held)
                    .forEach(s -> rows.put(s, s.sheet().row(scores)));
        }
        return rows;
    }

    private static List<WordTraining.Page> pages(List<Sample> samples) {
        return samples.stream()
                .map(s -> new WordTraining.Page(s.sheet().words(), s.site(), s.kind() == PageKind.ARTICLE, s.weight()))
                .toList();
    }

    /** Trees of one of several ensembles whose sums are averaged. */
    private static List<String> shared(List<String> trees) {
        return trees.stream()
                .map(line -> line.startsWith(LEAF)
                        ? String.format(
                                Locale.ROOT,
                                LEAF + "%.4g",
                                Double.parseDouble(line.substring(LEAF.length())) / ENSEMBLES)
                        : line)
                .toList();
    }
}
