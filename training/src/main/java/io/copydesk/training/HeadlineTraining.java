package io.copydesk.training;

import com.fasterxml.jackson.databind.JsonNode;
import io.copydesk.extraction.Extractor;
import io.copydesk.extraction.SourceDocument;
import io.copydesk.extraction.metadata.HeadlineModel;
import io.copydesk.extraction.metadata.HeadlineSheet;
import io.copydesk.schemas.Json;
import io.copydesk.training.ConditionalLogit.Group;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * {@code HeadlineTraining SETS MODEL}: trains the model of headlines on the pages of all sets in folder SETS whose title is known, and writes it to
 * MODEL. Prints for each set how many titles models that have not seen a page's site find, and the bundled one to be.
 */
public final class HeadlineTraining {

    private static final int FOLDS = 10;
    private static final double RIDGE = 30;

    /** A page with its title's words. */
    private record Sample(String set, String host, String title, HeadlineSheet sheet) {

        private static long crc(String text) {
            CRC32 crc = new CRC32();
            crc.update(text.getBytes(StandardCharsets.UTF_8));
            return crc.getValue();
        }

        int fold() {
            return (int) (crc("x" + host) % FOLDS);
        }

        /** Whether the site is of the fifth that no rule was written on. */
        boolean isUnread() {
            return crc(host) % 5 == 0;
        }

        Group group() {
            List<String> texts = sheet.texts();
            boolean[] right = new boolean[texts.size()];
            for (int i = 0; i < right.length; i++) {
                right[i] = HeadlineSheet.key(texts.get(i)).equals(title);
            }
            return new Group(sheet.rows(), right);
        }

        boolean isFoundBy(HeadlineModel model) {
            String found = model.choose(sheet);
            return found != null && HeadlineSheet.key(found).equals(title);
        }
    }

    private HeadlineTraining() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            System.err.println("usage: HeadlineTraining SETS MODEL");
            System.exit(2);
        }
        List<Sample> samples = samples(Path.of(args[0]));
        List<String> model = train(samples);
        print(samples, HeadlineModel.parse(model));
        List<String> lines = new ArrayList<>(List.of(
                "# The model of headlines: a conditional logit. Made by training/train-headlines; the form is that of HeadlineModel.",
                "# Trained on " + samples.size() + " pages."));
        lines.addAll(model);
        Files.write(Path.of(args[1]), lines);
    }

    private static List<Sample> samples(Path sets) throws IOException {
        Extractor extractor = Extractor.create();
        List<Sample> samples = new ArrayList<>();
        try (var folders = Files.list(sets)) {
            for (Path set : folders.sorted().toList()) {
                for (String line : Files.readAllLines(set.resolve("gold.jsonl"))) {
                    JsonNode gold = Json.tree(line);
                    String title = gold.path("title").asText("");
                    if (!title.isBlank()) {
                        String id = gold.get("id").asText();
                        SourceDocument document = new SourceDocument(
                                gold.path("url").asText("https://unknown.example/" + id),
                                "text/html",
                                null,
                                Files.readAllBytes(set.resolve("html").resolve(id + ".html")),
                                null);
                        extractor
                                .titles(document)
                                .ifPresent(sheet -> samples.add(new Sample(
                                        set.getFileName().toString(),
                                        gold.path("host").asText(id),
                                        HeadlineSheet.key(title),
                                        sheet)));
                    }
                }
            }
        }
        return samples;
    }

    private static List<String> train(List<Sample> samples) {
        List<Group> groups = samples.stream()
                .map(Sample::group)
                .filter(HeadlineTraining::tells)
                .toList();
        double[] weights = ConditionalLogit.train(groups, RIDGE);
        List<String> lines = new ArrayList<>();
        for (int c = 0; c < weights.length; c++) {
            lines.add(String.format(
                    Locale.ROOT, "%s %.4f", HeadlineSheet.columns().get(c), weights[c]));
        }
        return lines;
    }

    /** Whether some titles are right and others are not. */
    private static boolean tells(Group group) {
        int right = 0;
        for (boolean one : group.right()) {
            right += one ? 1 : 0;
        }
        return right > 0 && right < group.right().length;
    }

    private static void print(List<Sample> samples, HeadlineModel model) {
        Map<String, int[]> counts = new TreeMap<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            HeadlineModel unseen = HeadlineModel.parse(
                    train(samples.stream().filter(s -> s.fold() != held).toList()));
            for (Sample s : samples) {
                if (s.fold() == held) {
                    count(counts, s.set(), s, unseen, model);
                    count(counts, s.set() + (s.isUnread() ? " fold 0" : " folds 1-4"), s, unseen, model);
                    count(counts, s.isUnread() ? "~all fold 0" : "~all folds 1-4", s, unseen, model);
                    count(counts, "~all", s, unseen, model);
                }
            }
        }
        System.out.println("set\tpages\ttitle is on the page\tmodel of other sites\tmodel of all sites");
        counts.forEach((name, n) -> System.out.printf(
                Locale.ROOT,
                "%s\t%d\t%.3f\t%.3f\t%.3f%n",
                name,
                n[0],
                (double) n[1] / n[0],
                (double) n[2] / n[0],
                (double) n[3] / n[0]));
    }

    private static void count(
            Map<String, int[]> counts, String name, Sample s, HeadlineModel unseen, HeadlineModel model) {
        int[] n = counts.computeIfAbsent(name, key -> new int[4]);
        boolean there = s.sheet().texts().stream()
                .anyMatch(text -> HeadlineSheet.key(text).equals(s.title()));
        n[0]++;
        n[1] += there ? 1 : 0;
        n[2] += s.isFoundBy(unseen) ? 1 : 0;
        n[3] += s.isFoundBy(model) ? 1 : 0;
    }
}
