package io.copydesk.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RhythmTest {

    private static final long START = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = 24 * HOUR;

    @Test
    void expectsAsManyItemsAsThereWere() {
        Rhythm rhythm = new Rhythm();
        rhythm.observe(START, START + 10 * DAY, every(2 * HOUR, START, START + 10 * DAY));

        assertThat(rhythm.expected(START + 10 * DAY, START + 11 * DAY)).isCloseTo(12, within(1.5));
    }

    @Test
    void learnsTheHoursInWhichAFeedPublishes() {
        Rhythm rhythm = new Rhythm();
        for (int day = 0; day < 14; day++) {
            long midnight = START + day * DAY;
            rhythm.observe(midnight, midnight + DAY, every(HOUR / 4, midnight + 9 * HOUR, midnight + 12 * HOUR));
        }
        long next = START + 14 * DAY;

        assertThat(rhythm.rate(next + 10 * HOUR)).isGreaterThan(10 * rhythm.rate(next + 3 * HOUR));
        assertThat(rhythm.focus()).isGreaterThan(3);
    }

    @Test
    void aSteadyFeedHasNoFocus() {
        Rhythm rhythm = new Rhythm();
        rhythm.observe(START, START + 14 * DAY, every(HOUR, START, START + 14 * DAY));

        assertThat(rhythm.focus()).isCloseTo(1, within(0.15));
    }

    @Test
    void forgetsWhatWasLongAgo() {
        Rhythm rhythm = new Rhythm();
        rhythm.observe(START, START + 10 * DAY, every(HOUR, START, START + 10 * DAY));
        for (int day = 10; day < 60; day++) {
            rhythm.observe(START + day * DAY, START + (day + 1) * DAY, List.of());
        }

        assertThat(rhythm.mean() * 24).isLessThan(1);
    }

    @Test
    void aRushIsExpectedToGoOnForSomeHoursOnly() {
        Rhythm rhythm = new Rhythm();
        long now = START + 10 * DAY;
        rhythm.observe(START, now, every(6 * HOUR, START, now));
        double before = rhythm.rate(now + HOUR);
        rhythm.observe(now, now + HOUR, every(HOUR / 12, now, now + HOUR));

        assertThat(rhythm.rate(now + 2 * HOUR)).isGreaterThan(2 * before);
        assertThat(rhythm.rate(now + 2 * DAY + 8 * HOUR)).isLessThan(2 * before);
    }

    private static List<Long> every(long step, long from, long to) {
        List<Long> times = new ArrayList<>();
        for (long at = from; at < to; at += step) {
            times.add(at);
        }
        return times;
    }
}
