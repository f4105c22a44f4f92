package io.copydesk.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.copydesk.schemas.Json;
import io.copydesk.standalone.command.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchLoadIT {

    @TempDir
    private Path folder;

    @Test
    void reportsTheCostOfDocumentsThatPassedAllStages() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            lines.append(Json.line(Json.object()
                            .put("id", "d" + i)
                            .put("url", "https://site" + i + ".example/" + i)
                            .put("headline", "Quay " + i + " reopens")
                            .put("articleBody", ("Quay " + i + " of Lindhaven reopened after repairs. ").repeat(10))
                            .put("datePublished", "2030-01-01T00:00:00Z")))
                    .append('\n');
        }
        Files.writeString(folder.resolve("docs.jsonl"), lines);

        JsonNode report = report("--documents", folder.resolve("docs.jsonl").toString(), "--warm-up", "0", "--disk");

        assertThat(report.path("passes").asInt()).isPositive();
        assertThat(report.path("pages").asInt())
                .isEqualTo(20 * report.path("passes").asInt());
        assertThat(report.path("cpuMillisAPage").asDouble()).isPositive();
        assertThat(report.path("parts").path("broker").asDouble()).isPositive();
        assertThat(report.path("ratio").asDouble()).isZero();
        assertThat(report.has("toStory")).isFalse();
        JsonNode disk = report.path("disk");
        assertThat(disk.path("versions").asInt()).isEqualTo(20);
        assertThat(disk.path("text").asLong()).isGreaterThan(20 * 10 * 40);
        assertThat(disk.path("topics").path("articles").asLong())
                .isGreaterThanOrEqualTo(disk.path("kept").path("articles").asLong());
        assertThat(disk.path("kept").path("enriched-articles").asLong()).isPositive();
        assertThat(disk.path("stores").path("texts").asLong()).isPositive();
        assertThat(disk.path("kept").has("enrich-texts-changelog")).isFalse();
    }

    @Test
    void tellsWhatADocumentCostsWhileThePipelineGrows() throws IOException {
        JsonNode report = report("--invent-documents", "120", "--warm-up", "0");

        assertThat(report.path("pages").asInt()).isEqualTo(120);
        JsonNode stretches = report.path("stretches");
        assertThat(stretches.findValuesAsText("documents"))
                .containsExactly("1", "12", "24", "36", "48", "60", "72", "84", "96", "108", "120");
        assertThat(stretches.path(10).path("parts").path("broker").asDouble()).isNotNegative();
    }

    @Test
    void tellsHowLongInventedPagesTakeAtARate() throws IOException {
        JsonNode report = report("--invent", "3", "--warm-up", "0", "--rate", "20");

        int pages = report.path("pages").asInt();
        JsonNode story = report.path("toStory");
        assertThat(pages).isPositive();
        assertThat(story.path("count").asInt() + story.path("without").asInt()).isEqualTo(pages);
        assertThat(report.path("toEnriched").path("count").asInt()).isPositive();
        assertThat(story.path("p50").asLong()).isBetween(0L, story.path("max").asLong());
        assertThat(report.path("ratio").asDouble()).isGreaterThan(1);
    }

    @Test
    void refusesWhatItCannotMeasure() {
        assertThat(run().exitCode()).isEqualTo(2);
        assertThat(run("--invent", "3", "--corpus", folder.toString()).exitCode())
                .isEqualTo(2);
        assertThat(run("--corpus", folder.toString()).exitCode()).isEqualTo(2);
        assertThat(run("--invent", "3", "--rate", "5000").exitCode()).isEqualTo(2);
        assertThat(run("--invent-documents", "99").exitCode()).isEqualTo(2);
        assertThat(run("--invent-documents", "100", "--rate", "5").exitCode()).isEqualTo(2);
    }

    private JsonNode report(String... more) throws IOException {
        CommandLineRun run = run(more);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return Json.tree(run.out());
    }

    private static CommandLineRun run(String... more) {
        String[] all = new String[more.length + 5];
        System.arraycopy(new String[] {"bench", "load", "--duration", "3", "--json"}, 0, all, 0, 5);
        System.arraycopy(more, 0, all, 5, more.length);
        return CommandLineRun.of(BenchCommands::run, all);
    }
}
