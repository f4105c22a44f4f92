package io.copydesk.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.enrich.VersionIndex.Place;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionIndexTest {

    private static final Duration KEPT = Duration.ofMillis(100);

    @Test
    void isStoredAsText() {
        VersionIndex index = VersionIndex.of(1, new Place(10, 1000, false))
                .with(2, new Place(20, 1050, false), KEPT)
                .with(1, new Place(10, 1000, true));

        assertThat(new String(index.bytes(), StandardCharsets.US_ASCII)).isEqualTo("2 1@10@1000r 2@20@1050");
        VersionIndex read = VersionIndex.read("a", index.bytes());
        assertThat(read.newest()).isEqualTo(2);
        assertThat(read.arrived()).isEqualTo(1050);
        assertThat(read.place(1)).isEqualTo(new Place(10, 1000, true));
        assertThat(read.place(1).token()).isNotEqualTo(index.place(2).token()).isEqualTo("10r");
        assertThat(read.bytes()).isEqualTo(index.bytes());
    }

    @Test
    void readsTheNumberAloneThatAnEarlierReleaseStored() {
        VersionIndex index = VersionIndex.read("a", bytes("3"));

        assertThat(index.newest()).isEqualTo(3);
        assertThat(index.place(3)).isNull();
        assertThat(index.arrived()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void dropsWhatMayHaveBeenCompactedAway() {
        VersionIndex index = VersionIndex.of(1, new Place(10, 0, false))
                .with(2, new Place(20, 1000, false), KEPT)
                .with(3, new Place(30, 1100, false), KEPT);

        assertThat(index.place(1)).as("followed 100 ms before").isNotNull();
        index = index.with(4, new Place(40, 1101, false), KEPT);
        assertThat(index.place(1)).isNull();
        assertThat(index.place(2)).as("followed by 3").isNotNull();
        assertThat(index.place(4)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1x", "1 2", "1 2@3", "1 2@3@", "1 2@3@4s", "1 2@@4"})
    void refusesAnythingElse(String stored) {
        assertThatThrownBy(() -> VersionIndex.read("a", bytes(stored)))
                .isInstanceOf(SerializationException.class)
                .hasMessage("the newest version of a cannot be read");
    }

    @Test
    void keepsTheLastRecordOfAll() {
        VersionIndex index = VersionIndex.of(2, new Place(20, 0, false)).with(1, new Place(30, 9000, false), KEPT);

        assertThat(List.of(index.newest(), index.place(1).offset())).isEqualTo(List.of(1, 30L));
    }

    private static byte[] bytes(String stored) {
        return stored.getBytes(StandardCharsets.US_ASCII);
    }
}
