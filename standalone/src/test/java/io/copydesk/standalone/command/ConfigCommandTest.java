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
    void showsWhereTopicsAreAndNamesTheSectionsOfServicesAsNotRead() throws IOException {
        Path file = Files.writeString(
                folder.resolve("copydesk.yaml"),
                "kafka:\n  bootstrap.servers: broker:9092\nfetch:\n  deadline: 17s\ntopics:\n  prefix: other.\nhealth:\n  port: 8081\n");

        CommandLineRun run = CommandLineRun.of("config", "--config", file.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("fetch.deadline\t17s\tfile")
                .contains("kafka.bootstrap.servers\tbroker:9092\tfile (" + file + " line 2)")
                .contains("topics.prefix\tother.\tfile")
                .doesNotContain("health.port");
        assertThat(run.err())
                .contains("not read from " + file + ", as they are for services: health")
                .doesNotContain("kafka");
    }
}
