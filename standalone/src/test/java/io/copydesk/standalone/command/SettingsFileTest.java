package io.copydesk.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.standalone.pipeline.PipelineOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** One file for commands and services. */
class SettingsFileTest {

    private static final String CLUSTER = """
            kafka:
              bootstrap.servers: broker:9092
              security.protocol: SASL_SSL
            topics:
              prefix: desk.
            streams:
              threads: 3
            """;

    @Command(name = "probe")
    static final class Probe {
        @Mixin
        private KafkaOptions kafka;
    }

    private final Map<String, String> environment = new HashMap<>();
    private final StringWriter words = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void namesTheClusterItsLoginAndThePrefixToACommandToo() throws IOException {
        PipelineOptions options = options(CLUSTER);

        assertThat(clients(options).bootstrapServers()).isEqualTo("broker:9092");
        assertThat(clients(options).clients()).containsEntry("security.protocol", "SASL_SSL");
        assertThat(options.prefix()).isEqualTo("desk.");
        assertThat(words.toString()).contains("connecting to broker:9092").contains("copydesk.yaml line 2");
    }

    @Test
    void optionsOfACommandComeFirst() throws IOException {
        PipelineOptions options = options(CLUSTER, "--bootstrap-servers", "other:9092", "--prefix", "mine.");

        assertThat(clients(options).bootstrapServers()).isEqualTo("other:9092");
        assertThat(clients(options).clients()).containsEntry("security.protocol", "SASL_SSL");
        assertThat(options.prefix()).isEqualTo("mine.");
    }

    @Test
    void aFolderForAnEmbeddedBrokerComesBeforeTheClusterOfTheFile() throws IOException {
        assertThat(options(CLUSTER, "--data", folder.toString()).cluster()).isNull();
    }

    @Test
    void aFileWithoutAClusterNamesNone() throws IOException {
        assertThat(options("fetch:\n  deadline: 17s\n").cluster()).isNull();
    }

    @Test
    void aMisspeltKeyOfAnySectionIsAnsweredWithTheRightOneInEveryCommand() throws IOException {
        Path file = Files.writeString(folder.resolve("copydesk.yaml"), "streams:\n  thraeds: 3\n");

        for (String command : List.of("config", "tail articles", "dead-letters list", "service clean")) {
            List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
            arguments.addAll(List.of("--config", file.toString()));
            CommandLineRun run = CommandLineRun.of(arguments.toArray(String[]::new));

            assertThat(run.exitCode()).as(command).isEqualTo(2);
        }
        assertThat(CommandLineRun.of("config", "--config", file.toString()).err())
                .contains("unknown key streams.thraeds")
                .contains("line 2")
                .contains("the nearest valid key is streams.threads");
    }

    @Test
    void theEnvironmentNamesTheClusterOfEveryCommandAsOfServices() {
        environment.put("COPYDESK_KAFKA_BOOTSTRAP_SERVERS", "broker:9092");
        environment.put("COPYDESK_KAFKA_SECURITY_PROTOCOL", "SASL_SSL");
        environment.put("COPYDESK_TOPICS_PREFIX", "desk.");
        environment.put("COPYDESK_STREAMS_THREADS", "none of a command's business");

        PipelineOptions options = options();

        assertThat(clients(options).bootstrapServers()).isEqualTo("broker:9092");
        assertThat(clients(options).clients()).containsEntry("security.protocol", "SASL_SSL");
        assertThat(options.prefix()).isEqualTo("desk.");
        assertThat(words.toString())
                .isEqualTo("connecting to broker:9092 (COPYDESK_KAFKA_BOOTSTRAP_SERVERS) …" + System.lineSeparator());
    }

    @Test
    void optionsComeBeforeTheEnvironmentAndThatBeforeTheFile() throws IOException {
        environment.put("COPYDESK_KAFKA_BOOTSTRAP_SERVERS", "second:9092");
        environment.put("COPYDESK_TOPICS_PREFIX", "second.");

        assertThat(clients(options(CLUSTER)).bootstrapServers()).isEqualTo("second:9092");
        assertThat(options(CLUSTER).prefix()).isEqualTo("second.");
        PipelineOptions asOptions = options(CLUSTER, "--bootstrap-servers", "first:9092", "--prefix", "first.");
        assertThat(clients(asOptions).bootstrapServers()).isEqualTo("first:9092");
        assertThat(asOptions.prefix()).isEqualTo("first.");
        assertThat(options(CLUSTER, "--data", folder.toString()).cluster()).isNull();
    }

    @Test
    void theEnvironmentNamesTheFileUnlessTheCommandDoes() throws IOException {
        environment.put(
                "COPYDESK_CONFIG",
                Files.writeString(folder.resolve("other.yaml"), CLUSTER.replace("broker", "other"))
                        .toString());

        assertThat(clients(options()).bootstrapServers()).isEqualTo("other:9092");
        assertThat(words.toString()).contains("other.yaml line 2");
        assertThat(clients(options(CLUSTER)).bootstrapServers()).isEqualTo("broker:9092");
    }

    @Test
    void aVariableWithoutEffectIsNamed() {
        environment.put("COPYDESK_KAFKA_SECURITY_PROTOCOL", "SASL_SSL");
        environment.put("COPYDESK_KAFAK_BOOTSTRAP_SERVERS", "broker:9092");

        assertThat(options().cluster()).isNull();
        assertThat(words.toString())
                .contains("without effect, as no cluster is named: COPYDESK_KAFKA_SECURITY_PROTOCOL;")
                .contains("no settings are ignored: COPYDESK_KAFAK_BOOTSTRAP_SERVERS");
    }

    private PipelineOptions options(String yaml, String... arguments) throws IOException {
        Path file = Files.writeString(folder.resolve("copydesk.yaml"), yaml);
        List<String> all = new ArrayList<>(List.of("--config", file.toString()));
        all.addAll(List.of(arguments));
        return options(all);
    }

    private PipelineOptions options() {
        return options(List.of());
    }

    private PipelineOptions options(List<String> arguments) {
        Probe probe = new Probe();
        List<String> all = new ArrayList<>(List.of("probe"));
        all.addAll(arguments);
        CommandLine line = new CommandLine(new Commands(environment)).addSubcommand(probe);
        line.setErr(new PrintWriter(words, true));
        line.parseArgs(all.toArray(String[]::new));
        return probe.kafka.kept(1);
    }

    private static KafkaSettings clients(PipelineOptions options) {
        @Nullable KafkaSettings cluster = options.cluster();
        assertThat(cluster).isNotNull();
        return cluster;
    }
}
