package io.copydesk.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.standalone.pipeline.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PollBoundsTest {

    @ParameterizedTest
    @CsvSource({"10m, 600, 600", "5m..1h, 300, 3600", "1m..30d, 60, 2592000"})
    void readsOneTimeOrTwo(String text, long min, long max) {
        assertThat(PollBounds.parse(text)).isEqualTo(new PollBounds(min, max));
    }

    @Test
    void withoutATimeTheRhythmDecides() {
        assertThat(PollBounds.parse(null)).isEqualTo(new PollBounds(null, null));
        assertThat(PollBounds.parse("auto")).isEqualTo(new PollBounds(null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"30s", "31d", "1h..5m", "often", "5m..", ""})
    void refusesWhatIsNoTimeOrTooShortOrTooLong(String text) {
        assertThatThrownBy(() -> PollBounds.parse(text))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("--every " + text + ": ");
    }
}
