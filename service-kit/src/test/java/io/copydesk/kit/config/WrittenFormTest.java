package io.copydesk.kit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenFormTest {

    @ParameterizedTest
    @CsvSource({"512B, 512", "64KiB, 65536", "5 MiB, 5242880", "1GiB, 1073741824", "0B, 0"})
    void readsSizes(String text, long bytes) {
        assertThat(DataSize.parse(text)).isEqualTo(new DataSize(bytes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "5", "MiB", "-1MiB", "1.5MiB", "5MB", "5mib", "9999999999999GiB", "99999999999999999999B"})
    void refusesWhatIsNoSize(String text) {
        assertThatThrownBy(() -> DataSize.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0B", "1B", "1023B", "1KiB", "1536KiB", "5MiB", "1GiB", "1025MiB"})
    void writesSizesInTheLargestWholeUnit(String text) {
        assertThat(DataSize.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({"250ms, PT0.25S", "30s, PT30S", "5m, PT5M", "1 h, PT1H", "7d, PT168H", "PT1M30S, PT1M30S", "0s, PT0S"})
    void readsDurations(String text, Duration expected) {
        assertThat(DurationText.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "s", "5 minutes", "-5s", "999999999999999999d", "1.5h"})
    void refusesWhatIsNoDuration(String text) {
        assertThatThrownBy(() -> DurationText.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "1ms", "1500ms", "90s", "5m", "1h", "2d", "PT0.0000005S"})
    void writesDurationsAsTheyAreRead(String text) {
        assertThat(DurationText.format(DurationText.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"~", "~/news", ""})
    void refusesPathsThatOnlyAShellUnderstands(String text) {
        assertThatThrownBy(() -> ValueType.of(Path.class).parse().apply(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no scheme", "/path", "http://bad host/"})
    void refusesWhatIsNoAbsoluteUri(String text) {
        assertThatThrownBy(() -> ValueType.of(URI.class).parse().apply(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesARecordWithATypeThatHasNoWrittenForm() {
        record Odd(Thread thread) {}

        assertThatThrownBy(() -> new ConfigLoader().section("odd", new Odd(null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Thread");
    }
}
