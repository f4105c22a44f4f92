package io.copydesk.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.kit.config.Arguments;
import io.copydesk.kit.config.Configuration;
import io.copydesk.kit.health.HealthSettings;
import io.copydesk.kit.streams.StreamsApplication;
import io.copydesk.kit.streams.StreamsRunner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.errors.DefaultProductionExceptionHandler;
import org.apache.kafka.streams.errors.LogAndFailExceptionHandler;
import org.apache.kafka.streams.errors.LogAndFailProcessingExceptionHandler;
import org.apache.kafka.streams.kstream.Consumed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessTest {
    record Words(int longest) {}

    @TempDir
    Path folder;

    private final ServiceProcess service = process("words");

    @Test
    void readsTheFileThatTheVariableNames() throws IOException {
        Configuration configuration = configuration(Map.of("COPYDESK_CONFIG", file("words: {longest: 12}")));

        assertThat(configuration.get(Words.class).longest()).isEqualTo(12);
    }

    @Test
    void prefersTheFileThatTheArgumentNames() throws IOException {
        String file = file("words: {longest: 12}");
        Configuration configuration =
                configuration(Map.of("COPYDESK_CONFIG", "absent.yaml"), "--config", file, "--health.port=1");

        assertThat(configuration.get(Words.class).longest()).isEqualTo(12);
        assertThat(configuration.get(HealthSettings.class).port()).isEqualTo(1);
    }

    @Test
    void exitsWithTwoWhenMisconfigured() {
        assertThat(run("--words.longst", "3")).isEqualTo(ServiceProcess.MISCONFIGURED);
    }

    @Test
    void exitsWithTwoWhenClientSettingsReachTooFar() {
        assertThat(service.run(
                        Map.of("COPYDESK_KAFKA_PROCESSING_GUARANTEE", "at_least_once"),
                        "--health.port=0",
                        "--streams.state-dir=" + folder))
                .isEqualTo(ServiceProcess.MISCONFIGURED);
    }

    @Test
    void exitsWithOneWhenTheHealthPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThat(run("--health.port", String.valueOf(taken.getLocalPort())))
                    .isEqualTo(ServiceProcess.FAILED);
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
                    .isEqualTo(ServiceProcess.FAILED);
        }
    }

    @Test
    void exitsWithTwoWhenNoRoleOrAnUnknownOneIsNamed() {
        assertThat(run("wrods")).isEqualTo(ServiceProcess.MISCONFIGURED);
        assertThat(process().run(Map.of())).isEqualTo(ServiceProcess.MISCONFIGURED);
    }

    @Test
    void preparesWhatItRunsAndGoesOnWhenThatFails() throws Exception {
        CountDownLatch prepared = new CountDownLatch(1);
        Role role = role().preparedBy(prepared::countDown).preparedBy(() -> {
            throw new IllegalStateException("no table of words");
        });
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            int code = process(role, "words")
                    .run(
                            Map.of(),
                            "--health.port=0",
                            "--streams.state-dir=" + folder,
                            "--streams.start-timeout=500ms",
                            "--streams.close-timeout=500ms",
                            "--kafka.bootstrap.servers=127.0.0.1:" + silent.getLocalPort());

            assertThat(code).isEqualTo(ServiceProcess.FAILED);
            assertThat(prepared.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void sharesItsFileWithProcessesOfOtherRoles() throws IOException {
        Configuration configuration = configuration(Map.of(
                "COPYDESK_CONFIG",
                file("words: {longest: 12}\nfrontier: {min-poll: 5m}"),
                "COPYDESK_FETCH_CONTACT",
                "https://desk.example/bot"));

        assertThat(configuration.get(Words.class).longest()).isEqualTo(12);
        assertThat(configuration.warnings()).isEmpty();
        String misspelt = file("words: {longst: 12}");
        assertThatThrownBy(() -> configuration(Map.of("COPYDESK_CONFIG", misspelt)))
                .hasMessageContaining("the nearest valid key is words.longest");
    }

    private Configuration configuration(Map<String, String> environment, String... arguments) {
        return service.configuration(environment, Arguments.parse(arguments));
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--streams.state-dir=" + folder);
        return service.run(Map.of(), all.toArray(String[]::new));
    }

    private ServiceProcess process(String... selected) {
        return process(role(), selected);
    }

    private static ServiceProcess process(Role role, String... selected) {
        return new ServiceProcess(List.of(role), (kafka, topics) -> topics.partitions(), selected);
    }

    private static Role role() {
        return new Role(
                "words",
                Map.of("words", new Words(10)),
                context -> new StreamsRunner(application(context), Clock.systemUTC()));
    }

    private static StreamsApplication application(ServiceContext context) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("words", Consumed.with(Serdes.String(), Serdes.String())).foreach((key, word) -> {});
        return new StreamsApplication(
                "words-app",
                builder.build(),
                LogAndFailProcessingExceptionHandler.class,
                LogAndFailExceptionHandler.class,
                DefaultProductionExceptionHandler.class,
                Map.of(),
                context.kafka(),
                context.streams());
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("copydesk.yaml"), text).toString();
    }
}
