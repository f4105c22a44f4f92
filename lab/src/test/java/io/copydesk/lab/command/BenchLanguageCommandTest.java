package io.copydesk.lab.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.copydesk.schemas.Json;
import io.copydesk.standalone.command.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchLanguageCommandTest {

    @TempDir
    private Path directory;

    @Test
    void countsWhatIsToldRightByLanguage() throws IOException {
        Path file = Files.writeString(directory.resolve("texts.jsonl"), """
                {"inLanguage":"eng-GB","articleBody":"The old bridge will stay shut until the spring.\\nThe council said so."}
                {"inLanguage":"en","articleBody":"The ferry ran aground in thick fog this morning.\\nNobody was hurt."}
                {"inLanguage":"deu","articleBody":"Die alte Brücke bleibt bis zum Frühjahr gesperrt.\\nDas sagte der Rat."}
                {"inLanguage":"de","articleBody":"El puente viejo no se abrirá antes de la primavera.\\nLo dijo el concejo."}
                {"inLanguage":"khm","articleBody":"សាលាក្រុងបាននិយាយថាស្ពានចាស់នឹងមិនបើក"}
                """);

        CommandLineRun run = CommandLineRun.of(BenchCommands::run, "bench", "language", "--json", file.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.lines()).hasSize(3);
        for (String line : run.lines()) {
            JsonNode score = Json.tree(line);
            assertThat(score.path("languages").asInt()).isEqualTo(2);
            assertThat(score.path("texts").asInt()).isEqualTo(4);
            assertThat(score.path("macro").asDouble()).isEqualTo(0.75, within(1e-9));
            assertThat(score.path("unknown").asInt()).isEqualTo(1);
            assertThat(score.path("mistaken").asInt()).isZero();
            assertThat(score.path("confusions").path(0).asText()).isEqualTo("de>es 1");
            assertThat(score.path("shares").path("en").asDouble()).isEqualTo(1);
            assertThat(score.path("shares").path("de").asDouble()).isEqualTo(0.5);
            assertThat(score.path("perSecond").asDouble()).isPositive();
        }
    }

    @Test
    void namesTheLineThatItCannotRead() throws IOException {
        Path file = Files.writeString(
                directory.resolve("texts.jsonl"), "{\"inLanguage\":\"en\",\"articleBody\":\"Text\"}\n{\"a\":1}\n");

        CommandLineRun run = CommandLineRun.of(BenchCommands::run, "bench", "language", file.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("line 2").contains("inLanguage");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThat(CommandLineRun.of(
                                BenchCommands::run,
                                "bench",
                                "language",
                                directory.resolve("none").toString())
                        .exitCode())
                .isEqualTo(2);
    }
}
