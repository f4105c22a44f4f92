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
import java.util.List;
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

    private PipelineOptions options(String yaml, String... arguments) throws IOException {
        Path file = Files.writeString(folder.resolve("copydesk.yaml"), yaml);
        Probe probe = new Probe();
        List<String> all = new ArrayList<>(List.of("probe", "--config", file.toString()));
        all.addAll(List.of(arguments));
        CommandLine line = new CommandLine(Commands.class).addSubcommand(probe);
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
