package io.copydesk.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copydesk.extraction.Extractor;
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

    private final List<TrainingPage> pages;

    private Training(List<TrainingPage> pages) {
        this.pages = pages;
    }

    public static void main(String[] args) throws IOException {
        if (args.length < 2 || args.length > 3) {
            System.err.println("usage: Training SETS MODEL [PREDICTIONS]");
            System.exit(2);
        }
        Training training = new Training(TrainingPage.of(Path.of(args[0])));
        if (args.length == 3) {
            training.crossValidate(Path.of(args[2]));
        }
        System.err.println("training on all pages");
        List<String> model = new ArrayList<>(List.of(
                "# The block classifier: two ensembles of decision trees. Made by training/train, not by hand; the form is that of TreeEnsemble.",
                "# Trained on " + training.pages.size() + " pages."));
        model.addAll(TwoPasses.train(training.pages));
        Files.write(Path.of(args[1]), model);
    }

    private void crossValidate(Path out) throws IOException {
        Files.createDirectories(out);
        for (String set : TrainingPage.SETS) {
            Files.deleteIfExists(out.resolve(set + ".jsonl"));
            Files.deleteIfExists(out.resolve(set + ".blocks.jsonl"));
        }
        HeldOut.forEach(pages, (page, classifier, extractor) -> {
            predict(extractor, page.gold(), out);
            blocks(page, classifier.classify(page.sheet()), out);
        });
    }

    private static void predict(Extractor extractor, GoldPage gold, Path out) throws IOException {
        String text = extractor
                .extract(gold.document())
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
