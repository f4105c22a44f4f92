package io.copydesk.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.ThreadMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be seen without a broker; the rest is seen by the whole-pipeline tests. */
class StreamsRunnerTest {
    @TempDir
    Path folder;

    @Test
    void givesUpWhenNoBrokerAnswersWithinTheDeadline() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            KafkaSettings kafka = KafkaSettings.of("127.0.0.1:" + silent.getLocalPort());
            StreamsRunner runner = new StreamsRunner(Applications.of(kafka, folder), Clock.systemUTC());
            try (runner) {
                assertThatThrownBy(runner::start)
                        .isInstanceOf(StreamsFailedException.class)
                        .hasMessageContaining("last-words-app has made no progress for 700 ms while starting (state ")
                        .hasMessageContaining(kafka.bootstrapServers());
                assertThat(runner.ready().ok()).isFalse();
            }
            assertThat(runner.live().ok()).isFalse();
        }
    }

    @Test
    void isAliveButNotReadyBeforeItIsStarted() {
        try (StreamsRunner runner =
                new StreamsRunner(Applications.of(KafkaSettings.defaults(), folder), Clock.systemUTC())) {
            assertThat(runner.live().ok()).isTrue();
            assertThat(runner.ready().ok()).isFalse();
            assertThat(runner.ready().detail()).isEqualTo("CREATED");
        }
    }

    @Test
    void namesItsProducersAlikeWhenTheFolderOfTheApplicationWasLost() throws Exception {
        Path lost = folder.resolve("lost");
        Path other = folder.resolve("other");
        Files.createDirectories(lost);
        Files.writeString(lost.resolve("instance.id"), InstanceId.in(folder));

        assertThat(threads(lost)).isEqualTo(threads(folder)).isNotEqualTo(threads(other));
    }

    @Test
    void keepsTheNameThatAnEarlierReleaseLeftInTheFolder() throws Exception {
        String id = "9f3c1bd2-35f7-4d1c-8a5e-4f8c1f0a5b11";
        Path application = Files.createDirectories(folder.resolve("last-words-app"));
        Files.writeString(application.resolve("kafka-streams-process-metadata"), "{\"processId\":\"" + id + "\"}");

        assertThat(threads(folder)).hasSize(3).allMatch(name -> name.startsWith("last-words-app-" + id));
    }

    /** Transactional ids have the same prefix as the names of threads. */
    private static List<String> threads(Path state) {
        try (StreamsRunner runner =
                new StreamsRunner(Applications.of(KafkaSettings.defaults(), state), Clock.systemUTC())) {
            return runner.streams().metadataForLocalThreads().stream()
                    .map(ThreadMetadata::threadName)
                    .sorted()
                    .toList();
        }
    }

    @Test
    void endsWhenItIsClosedAndMayBeClosedTwice() throws Exception {
        StreamsRunner runner = new StreamsRunner(Applications.of(KafkaSettings.defaults(), folder), Clock.systemUTC());

        assertThat(runner.close(Duration.ofSeconds(20))).isTrue();
        assertThat(runner.close(Duration.ofSeconds(20))).isTrue();
        runner.awaitEnd();
        assertThat(runner.live().ok()).isFalse();
    }
}
