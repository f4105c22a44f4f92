package io.copydesk.verify.check;

import io.copydesk.schemas.Json;
import io.copydesk.schemas.LedgerEntry.Outcome;
import io.copydesk.schemas.Topics;
import io.copydesk.verify.state.FinalState;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The final state of an undisturbed run, a file of JSON Lines for each topic, as {@code replay --out} writes it. */
public final class Reference {

    /** Characters of a line that are shown. */
    private static final int SHOWN = 160;

    private Reference() {}

    /**
     * The inputs that are dead letters in it.
     *
     * @throws IOException when its ledger cannot be read
     */
    public static Set<String> deadLetters(Path folder) throws IOException {
        Set<String> inputs = new HashSet<>();
        try (BufferedReader lines = Files.newBufferedReader(folder.resolve(Topics.LEDGER.name() + ".jsonl"))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                var entry = Json.tree(line);
                if (entry.path("outcome").asText().equals(Json.label(Outcome.DEAD_LETTER))) {
                    inputs.add(entry.path("inputId").asText());
                }
            }
        }
        return inputs;
    }

    static void compare(Path reference, FinalState state, Findings findings) throws IOException {
        Path found = Files.createTempDirectory("copydesk-verify");
        try {
            state.write(found);
            for (Path file : files(found)) {
                compare(reference.resolve(file.getFileName()), file, findings);
            }
        } finally {
            for (Path file : files(found)) {
                Files.delete(file);
            }
            Files.delete(found);
        }
    }

    private static void compare(Path expected, Path found, Findings findings) throws IOException {
        Map<Long, Integer> balance = new HashMap<>();
        try (Stream<String> lines = Files.lines(expected)) {
            lines.forEach(line -> balance.merge(digest(line), 1, Integer::sum));
        }
        try (Stream<String> lines = Files.lines(found)) {
            lines.forEach(line -> balance.merge(digest(line), -1, Integer::sum));
        }
        report(expected, balance, 1, "missing", findings);
        report(found, balance, -1, "not in the reference", findings);
    }

    private static void report(Path file, Map<Long, Integer> balance, int sign, String word, Findings findings)
            throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            lines.filter(line -> balance.getOrDefault(digest(line), 0) * sign > 0)
                    .forEach(line -> findings.add(
                            Rule.STATE_DIFFERS,
                            file.getFileName() + ", " + word + ": "
                                    + line.substring(0, Math.min(SHOWN, line.length()))));
        }
    }

    private static long digest(String line) {
        return Digest.of(line.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
