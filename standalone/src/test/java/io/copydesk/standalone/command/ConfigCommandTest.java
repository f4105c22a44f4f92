package io.copydesk.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandTest {

    @TempDir
    private Path folder;

    @Test
    void sectionsOfServicesAreNamedAsNotRead() throws IOException {
        Path file = Files.writeString(
                folder.resolve("copydesk.yaml"),
                "kafka:\n  bootstrap.servers: broker:9092\nfetch:\n  deadline: 17s\ntopics:\n  prefix: other.\n");

        CommandLineRun run = CommandLineRun.of("config", "--config", file.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("fetch.deadline\t17s\tfile").doesNotContain("broker:9092");
        assertThat(run.err())
                .contains("not read from " + file)
                .contains("kafka, topics")
                .contains("--bootstrap-servers");
    }
}
