package io.copydesk.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copydesk.extraction.Extractor;
import io.copydesk.extraction.ExtractorOptions;
import io.copydesk.extraction.Layer;
import io.copydesk.extraction.SourceDocument;
import io.copydesk.extraction.page.BlockClassifier;
import io.copydesk.schemas.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code Training SETS MODEL [PREDICTIONS]}: trains on the sets in folder SETS, writes the model to MODEL and, when a folder PREDICTIONS is
 * named, cleans each page with a model trained without its site and writes what came out to {@code PREDICTIONS/<set>.jsonl}.
 */
public final class Training {

    private static final List<String> SETS = List.of("aeb", "fundus", "wcxb", "traf");
    private static final int FOLDS = 5;

    private final Path folder;
    private final Extractor rules = Extractor.create(ExtractorOptions.DEFAULT.without(Layer.MODEL));

    private Training(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws IOException {
        if (args.length < 2 || args.length > 3) {
            System.err.println("usage: Training SETS MODEL [PREDICTIONS]");
            System.exit(2);
        }
        Training training = new Training(Path.of(args[0]));
        List<TrainingPage> pages = training.pages();
        if (args.length == 3) {
            training.crossValidate(pages, Path.of(args[2]));
        }
        System.err.println("training on all pages");
        List<String> model = new ArrayList<>(List.of(
                "# The block classifier: two ensembles of decision trees. Made by training/train, not by hand; the form is that of TreeEnsemble.",
                "# Trained on " + pages.size() + " pages."));
        model.addAll(TwoPasses.train(pages));
        Files.write(Path.of(args[1]), model);
    }

    private List<TrainingPage> pages() throws IOException {
        List<TrainingPage> pages = new ArrayList<>();
        for (String set : SETS) {
            for (GoldPage gold : GoldPage.of(folder.resolve(set))) {
                rules.sheet(document(gold))
                        .ifPresent(sheet -> pages.add(new TrainingPage(gold, sheet, Labels.of(gold, sheet))));
            }
            System.err.println(set + ": " + pages.size() + " pages read so far");
        }
        return pages;
    }

    private static SourceDocument document(GoldPage gold) throws IOException {
        return new SourceDocument(gold.url(), "text/html", null, Files.readAllBytes(gold.html()), null);
    }

    private void crossValidate(List<TrainingPage> pages, Path out) throws IOException {
        Files.createDirectories(out);
        for (String set : SETS) {
            Files.deleteIfExists(out.resolve(set + ".jsonl"));
            Files.deleteIfExists(out.resolve(set + ".blocks.jsonl"));
        }
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            System.err.println("fold " + (fold + 1) + " of " + FOLDS);
            List<TrainingPage> others =
                    pages.stream().filter(p -> p.fold(FOLDS, 0) != held).toList();
            BlockClassifier classifier = BlockClassifier.parse(TwoPasses.train(others));
            Extractor extractor = Extractor.create(ExtractorOptions.DEFAULT, classifier);
            for (TrainingPage page : pages) {
                if (page.fold(FOLDS, 0) == held) {
                    predict(extractor, page.gold(), out);
                    blocks(page, classifier.classify(page.sheet()), out);
                }
            }
        }
    }

    private static void predict(Extractor extractor, GoldPage gold, Path out) throws IOException {
        String text = extractor
                .extract(document(gold))
                .fold(extracted -> extracted.article().body(), rejected -> "");
        ObjectNode line = Json.object().put("id", gold.id()).put("text", text);
        append(out.resolve(gold.set() + ".jsonl"), line);
    }

    /** Likelihood and label of each block, to see where the model errs. */
    private static void blocks(TrainingPage page, float[] likelihood, Path out) throws IOException {
        ObjectNode line = Json.object().put("id", page.gold().id());
        for (int i = 0; i < likelihood.length; i++) {
            if (page.sheet().isCandidate(i)) {
                line.withArray("blocks")
                        .addObject()
                        .put("likelihood", likelihood[i])
                        .put("share", page.labels().share()[i])
                        .put("weight", page.labels().weight()[i])
                        .put("inside", page.sheet().isInside(i))
                        .put("rules", page.sheet().isKeptByRules(i))
                        .put("text", page.sheet().text(i));
            }
        }
        append(out.resolve(page.gold().set() + ".blocks.jsonl"), line);
    }

    private static void append(Path file, ObjectNode line) throws IOException {
        Files.writeString(file, Json.line(line) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
