package io.copydesk.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.kit.config.ConfigLoader;
import io.copydesk.kit.config.Configuration;
import io.copydesk.kit.config.DataSize;
import io.copydesk.kit.config.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamsSettingsTest {

    @Test
    void theDefaultsAreThese() {
        assertThat(StreamsSettings.defaults())
                .isEqualTo(new StreamsSettings(
                        2,
                        Path.of("state"),
                        Duration.ofMillis(500),
                        DataSize.ofMebibytes(10),
                        DataSize.ofMebibytes(128),
                        Duration.ofMinutes(2),
                        Duration.ofSeconds(30),
                        5,
                        Duration.ofMinutes(10)));
    }

    @Test
    void everyKeyMaps() {
        Map<String, String> values = Map.of(
                "streams.threads", "3",
                "streams.state-dir", "/var/lib/desk",
                "streams.commit-interval", "1s",
                "streams.record-cache", "1MiB",
                "streams.store-memory", "64MiB",
                "streams.start-timeout", "3m",
                "streams.close-timeout", "4s",
                "streams.thread-replacements", "0",
                "streams.thread-replacement-window", "1h");
        Configuration loaded = load(values);

        assertThat(loaded.get(StreamsSettings.class))
                .isEqualTo(new StreamsSettings(
                        3,
                        Path.of("/var/lib/desk"),
                        Duration.ofSeconds(1),
                        DataSize.ofMebibytes(1),
                        DataSize.ofMebibytes(64),
                        Duration.ofMinutes(3),
                        Duration.ofSeconds(4),
                        0,
                        Duration.ofHours(1)));
        assertThat(loaded.describe()).extracting(Setting::key).containsExactlyInAnyOrderElementsOf(values.keySet());
    }

    @ParameterizedTest
    @CsvSource({
        "threads, 0",
        "commit-interval, 0s",
        "store-memory, 1KiB",
        "start-timeout, 0s",
        "close-timeout, 0s",
        "thread-replacements, -1",
        "thread-replacement-window, 0s"
    })
    void refusesValuesThatCannotWork(String key, String value) {
        assertThatThrownBy(() -> load(Map.of("streams." + key, value))).hasMessageContaining(key + " must ");
    }

    @Test
    void changesOnlyTheStateFolder() {
        StreamsSettings moved = StreamsSettings.defaults().withStateDir(Path.of("elsewhere"));

        assertThat(moved.stateDir()).isEqualTo(Path.of("elsewhere"));
        assertThat(moved.withStateDir(Path.of("state"))).isEqualTo(StreamsSettings.defaults());
    }

    @Test
    void changesOnlyTheLimitOfTheStart() {
        StreamsSettings patient = StreamsSettings.defaults().withStartTimeout(Duration.ofMinutes(7));

        assertThat(patient.startTimeout()).isEqualTo(Duration.ofMinutes(7));
        assertThat(patient.withStartTimeout(Duration.ofMinutes(2))).isEqualTo(StreamsSettings.defaults());
    }

    private static Configuration load(Map<String, String> values) {
        return new ConfigLoader()
                .section("streams", StreamsSettings.defaults())
                .commandLine(values)
                .load();
    }
}
