package io.copydesk.training;

import io.copydesk.extraction.ExtractedArticle;
import io.copydesk.extraction.confidence.ConfidenceModel;
import io.copydesk.extraction.confidence.ConfidenceSheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code ConfidenceTraining SETS MODEL}: trains the model of confidence and writes it to MODEL. It learns from texts that block models extracted which
 * were trained without the page's site, since on pages that a block model has seen it errs less than on others. Prints how well confidence models that
 * have not seen a page's site find the wrong texts, and how far their likelihoods are true.
 */
public final class ConfidenceTraining {

    private static final int FOLDS = 10;
    private static final int SALT = 97;
    /** F1 in runs of four words below which a text is wrong. */
    private static final double WRONG = 0.8;

    private static final double[] BOUNDS = {0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01};

    /**
     * A page whose text is known, with what a model without its site made of it.
     *
     * @param sheet {@code null} when nothing was extracted
     */
    private record Sample(
            TrainingPage page, double f1, @Nullable ConfidenceSheet sheet) {

        boolean wrong() {
            return f1 < WRONG;
        }

        int fold() {
            return page.fold(FOLDS, SALT);
        }
    }

    private ConfidenceTraining() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            System.err.println("usage: ConfidenceTraining SETS MODEL");
            System.exit(2);
        }
        List<Sample> samples = samples(TrainingPage.of(Path.of(args[0])));
        crossValidate(samples);
        List<String> model = new ArrayList<>(List.of(
                "# The model of confidence: the weights of a logistic regression. Made by training/train-confidence.",
                "# Trained on " + samples.size() + " pages."));
        model.addAll(train(samples));
        Files.write(Path.of(args[1]), model);
    }

    private static List<Sample> samples(List<TrainingPage> pages) throws IOException {
        List<Sample> samples = new ArrayList<>();
        HeldOut.forEach(pages, (page, classifier, extractor) -> {
            String text = page.gold().text();
            if (text == null || text.isBlank()) {
                return;
            }
            ExtractedArticle article =
                    extractor.extract(page.gold().document()).fold(extracted -> extracted.article(), rejected -> null);
            if (article == null) {
                samples.add(new Sample(page, 0, null));
                return;
            }
            String head = page.gold().head();
            double f1 = WordRuns.f1(text, article.body());
            f1 = head == null ? f1 : Math.max(f1, WordRuns.f1(head + "\n" + text, article.body()));
            ConfidenceSheet sheet =
                    extractor.confidenceSheet(page.gold().document(), article).orElse(null);
            samples.add(new Sample(page, f1, sheet));
        });
        return samples;
    }

    private static void crossValidate(List<Sample> samples) {
        double[] confidence = new double[samples.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            ConfidenceModel model = ConfidenceModel.parse(
                    train(samples.stream().filter(s -> s.fold() != held).toList()));
            for (int i = 0; i < confidence.length; i++) {
                ConfidenceSheet sheet = samples.get(i).sheet();
                if (samples.get(i).fold() == held && sheet != null) {
                    confidence[i] = model.likelihood(sheet);
                }
            }
        }
        found(samples, confidence, "all");
        for (String set : TrainingPage.SETS) {
            int[] own = IntStream.range(0, samples.size())
                    .filter(i -> samples.get(i).page().gold().set().equals(set))
                    .toArray();
            if (own.length > 0) {
                found(
                        Arrays.stream(own).mapToObj(samples::get).toList(),
                        Arrays.stream(own).mapToDouble(i -> confidence[i]).toArray(),
                        set);
            }
        }
        calibration(samples, confidence);
    }

    private static void found(List<Sample> samples, double[] confidence, String name) {
        Integer[] order = new Integer[confidence.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> confidence[i]));
        int wrong = 0;
        int found = 0;
        for (int k = 0; k < order.length; k++) {
            boolean own = samples.get(order[k]).wrong();
            wrong += own ? 1 : 0;
            found += own && k < order.length / 10 ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %d pages, %d below F1 %.1f, %d of them (%.2f) among the least confident tenth%n",
                name,
                order.length,
                wrong,
                WRONG,
                found,
                (double) found / Math.max(1, wrong));
    }

    private static void calibration(List<Sample> samples, double[] confidence) {
        double low = 0;
        for (double bound : BOUNDS) {
            int pages = 0;
            int right = 0;
            double sum = 0;
            for (int i = 0; i < confidence.length; i++) {
                if (samples.get(i).sheet() != null && confidence[i] >= low && confidence[i] < bound) {
                    pages++;
                    right += samples.get(i).wrong() ? 0 : 1;
                    sum += confidence[i];
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "confidence %.2f to %.2f: %d pages, mean %.3f, right %.3f%n",
                    low,
                    Math.min(1, bound),
                    pages,
                    sum / Math.max(1, pages),
                    (double) right / Math.max(1, pages));
            low = bound;
        }
    }

    private static List<String> train(List<Sample> samples) {
        List<double[]> rows = new ArrayList<>();
        boolean[] target = new boolean[samples.size()];
        for (Sample sample : samples) {
            if (sample.sheet() != null) {
                target[rows.size()] = !sample.wrong();
                rows.add(sample.sheet().row());
            }
        }
        double[] weights = LogisticRegression.train(rows.toArray(double[][]::new), target);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            String name = i < weights.length - 1 ? ConfidenceSheet.columns().get(i) : "bias";
            lines.add(String.format(Locale.ROOT, "%s %.6f", name, weights[i]));
        }
        return lines;
    }
}
