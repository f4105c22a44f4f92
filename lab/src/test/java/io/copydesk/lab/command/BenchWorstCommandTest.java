package io.copydesk.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.copydesk.schemas.Json;
import io.copydesk.standalone.command.CommandLineRun;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BenchWorstCommandTest {

    @Test
    void answersEveryKindOfPage() throws IOException {
        CommandLineRun run = CommandLineRun.of(BenchCommands::run, "bench", "worst", "--bytes", "60000", "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        Set<String> kinds = new HashSet<>();
        for (String line : run.lines()) {
            JsonNode page = Json.tree(line);
            kinds.add(page.path("kind").asText());
            assertThat(page.path("answer").asText())
                    .as(line)
                    .isIn("article", "not-an-article", "no-article", "not-text", "empty");
            assertThat(page.path("millis").asDouble()).isPositive();
            assertThat(page.path("peakMegabytes").asDouble()).isPositive();
        }
        assertThat(kinds).hasSizeGreaterThan(60).contains("nested-div", "attributes", "json-ld-nested", "one-line");
    }

    @Test
    void refusesPagesOfNoBytes() {
        assertThat(CommandLineRun.of(BenchCommands::run, "bench", "worst", "--bytes", "0")
                        .exitCode())
                .isEqualTo(2);
    }
}
