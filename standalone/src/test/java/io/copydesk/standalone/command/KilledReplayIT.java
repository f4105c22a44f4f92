package io.copydesk.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.page.Page;
import io.copydesk.ingest.page.WarcPages;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import io.copydesk.standalone.Copydesk;
import io.copydesk.standalone.demo.SamplePages;
import io.copydesk.standalone.pipeline.Cluster;
import io.copydesk.verify.state.TopicReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A replay that is killed without warning, broker and all, ends in the same state when it is started again. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KilledReplayIT {

    @TempDir
    private Path folder;

    private Path corpus;

    @BeforeEach
    void writeCorpus() throws IOException {
        corpus = folder.resolve("sample.warc");
        try (OutputStream out = Files.newOutputStream(corpus)) {
            for (Page page : SamplePages.load()) {
                out.write(WarcPages.encode(page));
            }
        }
    }

    @Test
    void endsInTheSameStateAsAnUndisturbedOne() throws Exception {
        CommandLineRun undisturbed = CommandLineRun.of("replay", corpus.toString());
        assertThat(undisturbed.exitCode()).as(undisturbed.err()).isZero();
        String data = folder.resolve("data").toString();

        for (String moment : List.of("read ", "records on their way")) {
            assertThat(killAt(moment, "replay", corpus.toString(), "--data", data))
                    .as("the killed run was still under way")
                    .isTrue();
        }
        CommandLineRun finished = CommandLineRun.of("replay", corpus.toString(), "--data", data);

        assertThat(finished.exitCode()).as(finished.err()).isZero();
        assertThat(finished.report()).isEqualTo(undisturbed.report());
        assertThat(eventIds(data)).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    }

    /** Source and id of every committed record of the public topics. */
    private static List<String> eventIds(String data) throws IOException {
        List<String> ids = new ArrayList<>();
        try (Cluster cluster = Cluster.join(null, Path.of(data))) {
            for (Topic<?> topic : Topics.published()) {
                new TopicReader(cluster.clients())
                        .read(
                                topic.name(Topics.DEFAULT_PREFIX),
                                false,
                                record -> ids.add(header(record, "ce_source") + " " + header(record, "ce_id")));
            }
        }
        return ids;
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** Runs a command in a process of its own and kills it when it says {@code moment}; true when it had not ended. */
    private static boolean killAt(String moment, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Copydesk.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader words =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            String line = words.readLine();
            while (line != null && !line.contains(moment)) {
                line = words.readLine();
            }
            return line != null && process.isAlive();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
