package io.copydesk.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MinuteCountsTest {

    private static final long MINUTE = 60_000;
    private static final long NOW = 29_000_000 * MINUTE + 17;

    private final MinuteCounts counts = new MinuteCounts();

    @Test
    void countsByMinuteInWhateverOrderRecordsCome() {
        counts.add(NOW - 2 * MINUTE);
        counts.add(NOW);
        counts.add(NOW - 2 * MINUTE);
        assertThat(counts.sums(NOW, 1, 4)).containsExactly(0, 2, 0, 1);
        assertThat(counts.sums(NOW, 2, 2)).containsExactly(2, 1);
    }

    @Test
    void forgetsWhatIsOlderThanADay() {
        counts.add(NOW);
        counts.add(NOW - 24 * 60 * MINUTE);
        assertThat(counts.sums(NOW, 15, 96)).containsOnlyOnce(1).endsWith(1);
        counts.add(NOW + 24 * 60 * MINUTE);
        assertThat(counts.sums(NOW + 24 * 60 * MINUTE, 15, 96))
                .containsOnlyOnce(1)
                .endsWith(1);
    }

    @Test
    void showsThatNothingCameSince() {
        counts.add(NOW);
        assertThat(counts.sums(NOW + 2 * MINUTE, 1, 4)).containsExactly(0, 1, 0, 0);
    }
}
