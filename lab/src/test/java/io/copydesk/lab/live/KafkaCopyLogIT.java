package io.copydesk.lab.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.enrich.copy.CopyDownload;
import io.copydesk.enrich.copy.CopyLog;
import io.copydesk.enrich.copy.CopyUpload;
import io.copydesk.enrich.copy.KafkaCopyLog;
import io.copydesk.standalone.pipeline.TestKafka;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class KafkaCopyLogIT {

    @RegisterExtension
    static final TestKafka KAFKA = new TestKafka();

    private static final String FORM = "form";
    private static final int BYTES = 20 << 20;
    private static final CopyUpload.Pace AT_ONCE = bytes -> {};

    private final Random random = new Random(1);
    private String application;
    private CopyLog log;

    @TempDir
    private Path from;

    @TempDir
    private Path into;

    @BeforeEach
    void begin() {
        application = "copydesk-" + KAFKA.newPrefix() + "enrich";
        log = ofTask();
    }

    private CopyLog ofTask() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, KAFKA.bootstrapServers());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.topicPrefix("segment.bytes"), 64 << 20);
        return KafkaCopyLog.of(new StreamsConfig(settings), "decisions");
    }

    private Path file() {
        return from.resolve("decisions.snapshot");
    }

    private byte[] write() throws IOException {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        Files.write(file(), bytes);
        return bytes;
    }

    private CopyUpload upload() throws IOException {
        return CopyUpload.of(FORM, List.of(file()));
    }

    private void send() throws Exception {
        try (CopyUpload upload = upload()) {
            upload.send(log, AT_ONCE);
        }
    }

    private void assertDownloads(byte[] bytes) throws IOException {
        assertThat(CopyDownload.into(into, FORM, ofTask())).isEqualTo(bytes.length);
        assertThat(into.resolve("decisions.snapshot")).hasBinaryContent(bytes);
    }

    @Test
    void withoutItsTopicThereIsNoCopyAndNoTopicIsMade() throws Exception {
        assertThat(CopyDownload.into(into, FORM, log)).isZero();

        try (Admin admin = admin()) {
            assertThat(admin.listTopics().names().get()).noneMatch(name -> name.startsWith(application));
        }
    }

    @Test
    void theNewestCopyComesBackAndItsTopicIsCompacted() throws Exception {
        for (int copy = 0; copy < 3; copy++) {
            byte[] bytes = write();
            send();
            assertDownloads(bytes);
            send();
            assertDownloads(bytes);
        }

        String topic = application + "-decisions-changelog";
        try (Admin admin = admin()) {
            TopicDescription described =
                    admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
            assertThat(described.partitions()).hasSize(2);
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            assertThat(admin.describeConfigs(List.of(resource)).all().get().get(resource))
                    .satisfies(settings -> {
                        assertThat(settings.get("cleanup.policy").value()).isEqualTo("compact");
                        assertThat(settings.get("segment.bytes").value()).isEqualTo("67108864");
                    });
        }
    }

    @Test
    void aCopyThatEndedInTheMiddleLeavesTheOneBefore() throws Exception {
        byte[] before = write();
        send();
        write();
        int[] transactions = {0};
        try (CopyUpload killed = upload()) {
            assertThatThrownBy(() -> killed.send(log, bytes -> {
                        if (++transactions[0] == 2) {
                            throw new InterruptedException();
                        }
                    }))
                    .isInstanceOf(InterruptedException.class);
        }

        assertDownloads(before);
        byte[] now = write();
        send();
        assertDownloads(now);
    }

    @Test
    void aWriterIsRefusedFromWhenAnotherBegan() throws Exception {
        byte[] bytes = write();
        byte[] manifest = "late".getBytes(StandardCharsets.UTF_8);
        try (CopyLog.Writer late = log.writer()) {
            send();

            assertThatThrownBy(() -> late.publish(manifest)).isInstanceOf(IOException.class);
        }
        assertDownloads(bytes);
    }

    @Test
    void aPartThatIsNotThereIsAnError() throws Exception {
        write();
        send();
        assertThatThrownBy(() -> log.read(new long[] {0, 1, 1}, (number, part) -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not there any more");
        // The transaction's marker.
        assertThatThrownBy(() -> log.read(new long[] {15, 16, 17}, (number, part) -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the part at offset 16 is not there any more");
    }

    private static Admin admin() {
        return Admin.create(Map.<String, Object>of("bootstrap.servers", KAFKA.bootstrapServers()));
    }
}
