package io.copydesk.training;

import com.fasterxml.jackson.databind.JsonNode;
import io.copydesk.extraction.Extractor;
import io.copydesk.extraction.SourceDocument;
import io.copydesk.extraction.kind.KindClassifier;
import io.copydesk.extraction.kind.KindSheet;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.PageKind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * {@code KindTraining KINDS SETS MODEL}: trains the model of page kinds on the pages of known kind in folder KINDS ({@code kinds.jsonl}) and on the
 * articles of all sets in folder SETS, and writes it to MODEL. Prints what models that have not seen a page's site refuse, by threshold.
 */
public final class KindTraining {

    private static final int FOLDS = 10;
    private static final Boosting.Settings ARTICLE = new Boosting.Settings(300, 8, 0.06, 0.2, 0.7, 6, 4, 23);
    private static final Boosting.Settings OTHER = new Boosting.Settings(80, 6, 0.1, 0.3, 0.7, 4, 4, 29);
    /** The articles that were collected beside the other kinds are few and the hardest to tell from them. */
    private static final float BESIDE = 4f;

    /** Sets of pages of news sites alone. */
    private static final Set<String> NEWS = Set.of("aeb", "fundus", "np4k", "postlight");

    private static final double[] THRESHOLDS = {0.02, 0.04, 0.05, 0.06, 0.07, 0.08, 0.1, 0.15, 0.2, 0.3, 0.5};

    /** A page with its features. */
    private record Sample(
            String id, String site, PageKind kind, boolean beside, boolean news, float[] row, KindSheet sheet) {

        int fold() {
            return Math.floorMod(site.hashCode() * 0x9E3779B1 >>> 7, FOLDS);
        }
    }

    private final Extractor extractor = Extractor.create();

    private KindTraining() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            System.err.println("usage: KindTraining KINDS SETS MODEL");
            System.exit(2);
        }
        KindTraining training = new KindTraining();
        List<Sample> samples = training.samples(Path.of(args[0]), Path.of(args[1]));
        crossValidate(samples);
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
        sheet.ifPresent(found -> samples.add(new Sample(id, site(url, id), kind, beside, news, found.row(), found)));
    }

    private static String site(String url, String id) {
        String host =
                URI.create(url.replaceAll("[^!-~]|[\\[\\]{}|\\\\^`\"<>]", "")).getHost();
        String[] parts = host == null || host.equals("unknown.example") ? new String[] {id} : host.split("[.]");
        return parts.length < 2 ? parts[0] : parts[parts.length - 2];
    }

    private static void crossValidate(List<Sample> samples) {
        double[] article = new double[samples.size()];
        int named = 0;
        int others = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            KindClassifier classifier = KindClassifier.parse(
                    train(samples.stream().filter(s -> s.fold() != held).toList()));
            for (int i = 0; i < article.length; i++) {
                Sample s = samples.get(i);
                if (s.fold() == held) {
                    article[i] = classifier.article(s.sheet());
                    others += s.kind() != PageKind.ARTICLE ? 1 : 0;
                    named += s.kind() != PageKind.ARTICLE
                                    && classifier.assess(s.sheet()).kind() == s.kind()
                            ? 1
                            : 0;
                }
            }
        }
        System.out.printf(Locale.ROOT, "kind named: %d of %d%n", named, others);
        for (double threshold : THRESHOLDS) {
            int[] counts = new int[8];
            for (int i = 0; i < article.length; i++) {
                Sample s = samples.get(i);
                int group = s.kind() != PageKind.ARTICLE ? 0 : s.beside() ? 2 : s.news() ? 6 : 4;
                counts[group]++;
                counts[group + 1] += article[i] < threshold ? 1 : 0;
            }
            System.out.printf(
                    Locale.ROOT,
                    "below %.2f: %d of %d others, %d of %d articles beside, %d of %d articles of sets, %d of %d of news sets%n",
                    threshold,
                    counts[1],
                    counts[0],
                    counts[3],
                    counts[2],
                    counts[5],
                    counts[4],
                    counts[7],
                    counts[6]);
        }
        Integer[] order = new Integer[article.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> article[i]));
        int shown = 0;
        for (int i : order) {
            if (samples.get(i).kind() == PageKind.ARTICLE && shown++ < 40) {
                System.out.printf(
                        Locale.ROOT,
                        "lowest article %.3f %s%n",
                        article[i],
                        samples.get(i).id());
            }
        }
        shown = 0;
        for (int k = order.length - 1; k >= 0; k--) {
            Sample s = samples.get(order[k]);
            if (s.kind() != PageKind.ARTICLE && shown++ < 60) {
                System.out.printf(Locale.ROOT, "highest other %.3f %s %s%n", article[order[k]], s.kind(), s.id());
            }
        }
    }

    private static List<String> train(List<Sample> samples) {
        List<String> lines = new ArrayList<>();
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
                weight[i] = own.get(i).beside() ? BESIDE : 1;
            }
            lines.add("kind " + kind.label());
            lines.addAll(Boosting.train(
                    article ? ARTICLE : OTHER,
                    KindSheet.columns(),
                    own.stream().map(Sample::row).toArray(float[][]::new),
                    target,
                    weight));
        }
        return lines;
    }
}
