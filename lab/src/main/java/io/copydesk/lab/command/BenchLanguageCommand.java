package io.copydesk.lab.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.copydesk.lab.bench.LanguageScore;
import io.copydesk.lab.bench.LanguageScore.Text;
import io.copydesk.schemas.Json;
import io.copydesk.standalone.command.Console;
import io.copydesk.standalone.pipeline.UsageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "language",
        description =
                "How often the language of texts is detected correctly, and how fast: of whole texts, their first lines and the first 20 characters of these.",
        footer = {
            "",
            "Each line of a FILE is {\"inLanguage\": CODE, \"articleBody\": TEXT}, with BCP 47 tags or ISO 639 codes.",
            "macro is the mean over the languages that Copydesk knows of the share that was detected correctly."
        })
final class BenchLanguageCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "JSON Lines.")
    private List<Path> files;

    @Option(
            names = "--languages",
            paramLabel = "CODE",
            split = ",",
            description = "Read texts with these values of inLanguage only. Default: all.")
    private Set<String> languages = Set.of();

    @Option(
            names = "--json",
            description =
                    "Print a line of JSON for whole texts, one for first lines and one for their first 20 characters, with the share of each language.")
    private boolean json;

    private final Console console;

    BenchLanguageCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<Text> texts = new ArrayList<>();
        for (Path file : files) {
            read(file, texts);
        }
        texts.removeIf(text -> !languages.isEmpty() && !languages.contains(text.language()));
        if (texts.isEmpty()) {
            throw new UsageException("There are no such texts in " + files);
        }
        LanguageScore.measure(texts).forEach(this::print);
        return 0;
    }

    private static void read(Path file, List<Text> texts) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UsageException("There is no file \"" + file + "\"");
        }
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    texts.add(text(line, file + ", line " + number));
                }
            }
        }
    }

    private static Text text(String line, String place) {
        try {
            JsonNode document = Json.tree(line);
            String language = document.path("inLanguage").asText();
            String body = document.path("articleBody").asText();
            if (!language.isBlank() && !body.isBlank()) {
                return new Text(language, body);
            }
        } catch (JsonProcessingException e) {
            throw new UsageException(place + " is no JSON: " + e.getOriginalMessage());
        }
        throw new UsageException(place + " lacks \"inLanguage\" or \"articleBody\"");
    }

    private void print(LanguageScore score) {
        if (json) {
            console.out().println(Json.line(score));
            return;
        }
        console.out()
                .println(String.format(
                        Locale.ROOT,
                        "%s: macro %.4f over %d languages (%d texts, %d without an answer), %.0f texts/s",
                        score.part(),
                        score.macro(),
                        score.languages(),
                        score.texts(),
                        score.silent(),
                        score.perSecond()));
        console.out()
                .println(String.format(
                        Locale.ROOT,
                        "  of %d texts in other languages %d are taken for one it knows",
                        score.unknown(),
                        score.mistaken()));
        console.out().println("  taken for another: " + String.join(", ", score.confusions()));
    }
}
