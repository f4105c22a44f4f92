package io.copydesk.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.kit.config.Configuration;
import io.copydesk.kit.health.HealthSettings;
import io.copydesk.kit.metrics.Metrics;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.kit.streams.StreamsApplication;
import io.copydesk.kit.streams.StreamsSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.errors.DefaultProductionExceptionHandler;
import org.apache.kafka.streams.errors.LogAndFailExceptionHandler;
import org.apache.kafka.streams.errors.LogAndFailProcessingExceptionHandler;
import org.apache.kafka.streams.kstream.Consumed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamsServiceTest {
    record Words(int longest) {}

    @TempDir
    Path folder;

    private final StreamsService service = new StreamsService("test-service").section("words", new Words(10));

    @Test
    void readsTheFileThatTheVariableNames() throws IOException {
        Configuration configuration = service.configuration(Map.of("COPYDESK_CONFIG", file("words: {longest: 12}")));

        assertThat(configuration.get(Words.class).longest()).isEqualTo(12);
    }

    @Test
    void prefersTheFileThatTheArgumentNames() throws IOException {
        String file = file("words: {longest: 12}");
        Configuration configuration =
                service.configuration(Map.of("COPYDESK_CONFIG", "absent.yaml"), "--config", file, "--health.port=1");

        assertThat(configuration.get(Words.class).longest()).isEqualTo(12);
        assertThat(configuration.get(HealthSettings.class).port()).isEqualTo(1);
    }

    @Test
    void exitsWithTwoWhenMisconfigured() {
        assertThat(service.run(Map.of(), new String[] {"--words.longst", "3"}, this::application))
                .isEqualTo(StreamsService.MISCONFIGURED);
    }

    @Test
    void exitsWithTwoWhenClientSettingsReachTooFar() {
        assertThat(service.run(
                        Map.of("COPYDESK_KAFKA_PROCESSING_GUARANTEE", "at_least_once"),
                        new String[] {"--health.port=0"},
                        this::application))
                .isEqualTo(StreamsService.MISCONFIGURED);
    }

    @Test
    void exitsWithOneWhenTheHealthPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThat(run("--health.port", String.valueOf(taken.getLocalPort())))
                    .isEqualTo(StreamsService.FAILED);
        }
    }

    @Test
    void exitsWithOneWhenNoBrokerAnswers() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThat(run(
                            "--health.port=0",
                            "--streams.start-timeout=500ms",
                            "--streams.close-timeout=500ms",
                            "--kafka.bootstrap.servers=127.0.0.1:" + silent.getLocalPort()))
                    .isEqualTo(StreamsService.FAILED);
        }
    }

    private int run(String... arguments) {
        return service.run(Map.of(), arguments, this::application);
    }

    private StreamsApplication application(Configuration configuration, Metrics metrics) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("words", Consumed.with(Serdes.String(), Serdes.String())).foreach((key, word) -> {});
        return new StreamsApplication(
                "words-app",
                builder.build(),
                LogAndFailProcessingExceptionHandler.class,
                LogAndFailExceptionHandler.class,
                DefaultProductionExceptionHandler.class,
                Map.of(),
                configuration.get(KafkaSettings.class),
                configuration.get(StreamsSettings.class).withStateDir(folder));
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("copydesk.yaml"), text).toString();
    }
}
