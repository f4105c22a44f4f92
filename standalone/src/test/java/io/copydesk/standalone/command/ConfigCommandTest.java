package io.copydesk.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
                .contains("not read, as they are for services: health (" + file + ")")
                .doesNotContain("kafka");
    }

    @Test
    void showsVariablesOfServicesWhereTheyCountAndNamesThoseThatDoNot() throws IOException {
        Path file = Files.writeString(
                folder.resolve("copydesk.yaml"),
                "kafka:\n  bootstrap.servers: broker:9092\ntopics:\n  partitions: 6\nfetch:\n  deadline: 17s\n");

        CommandLineRun run = CommandLineRun.in(
                Map.of(
                        "COPYDESK_CONFIG", file.toString(),
                        "COPYDESK_KAFKA_BOOTSTRAP_SERVERS", "other:9092",
                        "COPYDESK_KAFKA_SASL_JAAS_CONFIG", "secret",
                        "COPYDESK_FETCH_DEADLINE", "18s",
                        "COPYDESK_STREAMS_THREADS", "2",
                        "COPYDESK_FECTH_DEADLINE", "3s"),
                "config",
                "--set",
                "fetch.contact=https://desk.example/bot");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("kafka.bootstrap.servers\tother:9092\tenvironment (COPYDESK_KAFKA_BOOTSTRAP_SERVERS)")
                .contains("fetch.deadline\t18s\tenvironment (COPYDESK_FETCH_DEADLINE)")
                .contains("fetch.contact\thttps://desk.example/bot\tcommand-line (--set fetch.contact)")
                .doesNotContain("secret");
        assertThat(run.err())
                .contains("not read, as they are for services: COPYDESK_STREAMS_THREADS, topics.partitions (" + file)
                .contains("COPYDESK_FECTH_DEADLINE (the nearest valid one is COPYDESK_FETCH_DEADLINE)");
    }
}
