package io.copydesk.lab.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.copydesk.schemas.Json;
import io.copydesk.standalone.command.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCleanCommandTest {

    private static final String PAGE = "<html><body><article><h1>Quay reopens</h1>"
            + "<p>The harbour of Lindhaven reopened on Tuesday after eleven weeks of repairs to its quay.</p>".repeat(5)
            + "</article></body></html>";

    @TempDir
    private Path folder;

    @Test
    void printsBothSpeedsAndTheirRatioAsJson() throws IOException {
        Files.writeString(folder.resolve("a.html"), PAGE);
        Files.writeString(folder.resolve("b.html"), PAGE);
        Files.writeString(
                folder.resolve("more.jsonl"),
                "{\"id\":\"c\",\"path\":\"a.html\"}\n{\"id\":\"d\",\"path\":\"b.html\"}\n");

        CommandLineRun run = bench("--rounds", "3", "--warm-up", "1", "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.lines()).hasSize(1);
        JsonNode report = Json.tree(run.out());
        assertThat(report.path("pages").asInt()).isEqualTo(4);
        assertThat(report.path("articles").asInt()).isEqualTo(4);
        assertThat(report.path("bytes").asLong()).isEqualTo(4L * PAGE.length());
        assertThat(report.path("ratios")).hasSize(3);
        assertThat(report.path("ratio").asDouble()).isPositive();
        List<Double> parts = new ArrayList<>();
        report.path("parts").forEach(part -> parts.add(part.asDouble()));
        assertThat(report.path("parts").fieldNames())
                .toIterable()
                .containsExactly(
                        "charset", "parse", "tree", "text", "notices", "metadata", "language", "kind", "other");
        // So short a run may end before the first sample.
        assertThat(parts.stream().mapToDouble(Double::doubleValue).sum())
                .satisfiesAnyOf(
                        sum -> assertThat(sum).isZero(), sum -> assertThat(sum).isCloseTo(1, within(1e-9)));
        for (String work : new String[] {"clean", "parse"}) {
            JsonNode speed = report.path(work);
            assertThat(speed.path("pagesPerSecond").asDouble()).isPositive();
            assertThat(speed.path("megabytesPerSecond").asDouble()).isPositive();
            assertThat(speed.path("p50Millis").asDouble())
                    .isPositive()
                    .isLessThanOrEqualTo(speed.path("p99Millis").asDouble());
            assertThat(speed.path("p99Millis").asDouble())
                    .isLessThanOrEqualTo(speed.path("maxMillis").asDouble());
        }
    }

    @Test
    void printsATableForPeopleAndSaysWhatItPassedOver() throws IOException {
        Files.writeString(folder.resolve("a.html"), PAGE);
        Files.writeString(folder.resolve("notes.txt"), "Not a page.");

        CommandLineRun run = bench("--rounds", "1", "--warm-up", "0");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("1 pages", "pages/s", "Jsoup.parse", "ratio ");
        assertThat(run.err()).contains("1 items are no HTML page");
    }

    @Test
    void saysHowMuchOfThePagesScriptsStyleSheetsAndCommentsAre() throws IOException {
        String raw = "<style>" + "x".repeat(100) + "</style><script>" + "y".repeat(200) + "</script><!--"
                + "z".repeat(100) + "-->";
        Files.writeString(folder.resolve("a.html"), PAGE.replace("<article>", raw + "<article>"));

        JsonNode report = Json.tree(
                bench("--rounds", "2", "--warm-up", "0", "--json", "--raw-text").out());

        int added = "<head></head>".length();
        assertThat(report.path("rawText").path("share").asDouble())
                .isCloseTo(400.0 / (PAGE.length() + raw.length() + added), within(1e-9));
        assertThat(report.path("rawText").path("parse").asDouble()).isPositive();
        assertThat(report.path("rawText").path("search").asDouble()).isPositive();
    }

    @Test
    void refusesACorpusWithoutPages() {
        assertThat(bench().exitCode()).isEqualTo(2);
        assertThat(bench("--rounds", "0").exitCode()).isEqualTo(2);
        assertThat(CommandLineRun.of(
                                BenchCommands::run,
                                "bench",
                                "clean",
                                "--corpus",
                                folder.resolve("none").toString())
                        .exitCode())
                .isEqualTo(2);
        assertThat(CommandLineRun.of(BenchCommands::run, "bench").exitCode()).isEqualTo(2);
    }

    private CommandLineRun bench(String... more) {
        String[] all = new String[more.length + 4];
        all[0] = "bench";
        all[1] = "clean";
        all[2] = "--corpus";
        all[3] = folder.toString();
        System.arraycopy(more, 0, all, 4, more.length);
        return CommandLineRun.of(BenchCommands::run, all);
    }
}
