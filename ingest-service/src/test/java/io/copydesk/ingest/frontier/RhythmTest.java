package io.copydesk.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    }

    @Test
    void aFeedThatWakesUpIsExpectedToGoOnAtOnce() {
        Rhythm rhythm = asleep();
        long now = START + 40 * DAY;
        rhythm.observe(now, now + DAY, every(HOUR / 2, now, now + DAY));

        assertThat(rhythm.mean() * 24).as("over the last weeks").isLessThan(5);
        assertThat(rhythm.expected(now + DAY + 6 * HOUR, now + 2 * DAY)).isGreaterThan(20);
        assertThat(rhythm.level(now + DAY)).isGreaterThan(10);
        assertThat(rhythm.level(now + 20 * DAY)).isCloseTo(1, within(0.01));
    }

    @Test
    void holidaysLowerTheRateByTheirSecondDay() {
        Rhythm rhythm = new Rhythm();
        long now = START + 20 * DAY;
        rhythm.observe(START, now, every(HOUR, START, now));
        double before = rhythm.rate(now);
        rhythm.observe(now, now + DAY, List.of());

        assertThat(rhythm.rate(now + DAY)).isLessThan(0.5 * before);
        assertThat(rhythm.level(now + DAY)).isEqualTo(0.3);
    }

    @Test
    void aRhythmIsKnownAfterADay() {
        Rhythm rhythm = new Rhythm();
        rhythm.observe(START, START + DAY - HOUR, List.of());
        assertThat(rhythm.known()).isFalse();
        rhythm.observe(START + DAY - HOUR, START + DAY + HOUR, List.of());

        assertThat(rhythm.known()).isTrue();
    }

    private static Rhythm asleep() {
        Rhythm rhythm = new Rhythm();
        for (int day = 0; day < 40; day++) {
            rhythm.observe(START + day * DAY, START + (day + 1) * DAY, List.of());
        }
        return rhythm;
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
        assertThat(rhythm.rate(now + 5 * DAY + 8 * HOUR)).isLessThan(2 * before);
    }

    @Test
    void expectsAnItemADayOfAFeedOfWhichNothingIsKnown() {
        Rhythm rhythm = new Rhythm();

        assertThat(rhythm.mean()).isCloseTo(1 / 24.0, within(1e-9));
        assertThat(rhythm.rate(START + 7 * HOUR)).isCloseTo(1 / 24.0, within(1e-9));
        assertThat(rhythm.expected(START, START + 36 * HOUR)).isCloseTo(1.5, within(1e-9));
        assertThat(rhythm.expected(START + HOUR / 2, START + HOUR)).isCloseTo(1 / 48.0, within(1e-9));
        assertThat(rhythm.expected(START, START)).isZero();
    }

    /** Gamma-Poisson posterior means: a prior of 0.25 items in 6 hours, of 1.5 items an hour's factor, of 6 a day's. */
    @Test
    void estimatesMeanAndFactorsByTheirPosteriorMeans() {
        Rhythm rhythm = new Rhythm();
        rhythm.observe(START, START + DAY, Collections.nCopies(24, START + 5 * HOUR + 1));
        double mean = 24.25 / 30;

        assertThat(rhythm.mean()).isCloseTo(mean, within(1e-6));
        double itsDay = 30 / (mean * 24 + 6);
        double itsHour = 25.5 / (mean + 1.5);
        double otherHour = 1.5 / (mean + 1.5);
        assertThat(rhythm.rate(START + 5 * HOUR)).isCloseTo(mean * itsHour * itsDay, within(1e-5));
        assertThat(rhythm.rate(START + 6 * HOUR)).isCloseTo(mean * otherHour * itsDay, within(1e-5));
        assertThat(rhythm.rate(START + DAY + 5 * HOUR)).isCloseTo(mean * itsHour, within(1e-5));
        assertThat(rhythm.rate(START + 7 * DAY + 5 * HOUR)).isCloseTo(mean * itsHour * itsDay, within(1e-5));
    }

    @Test
    void anObservationCountsHalfAfterTenDays() {
        Rhythm rhythm = new Rhythm();
        rhythm.observe(START, START + DAY, Collections.nCopies(24, START + 5 * HOUR));
        rhythm.observe(START + DAY, START + 11 * DAY, List.of());

        assertThat(rhythm.mean()).isCloseTo((12 + 0.25) / (12 + 240 + 6), within(1e-5));
    }

    @Test
    void observesPartsOfHours() {
        Rhythm rhythm = new Rhythm();
        rhythm.observe(START + HOUR / 2, START + 3 * HOUR / 2, List.of());
        double mean = 0.25 / 7;

        assertThat(rhythm.mean()).isCloseTo(mean, within(1e-6));
        assertThat(rhythm.rate(START)).isCloseTo(mean * 1.5 / (mean / 2 + 1.5) * 6 / (mean + 6), within(1e-6));
    }

    @Test
    void usesAtMostThirtyDaysOfAnObservationAndCountsItemsFromOutsideAtItsEnds() {
        Rhythm rhythm = new Rhythm();
        long end = START + 40 * DAY;
        rhythm.observe(START, end, List.of(START + DAY, end + DAY));

        assertThat(rhythm.mean()).isCloseTo(2.25 / (30 * 24 + 6), within(1e-6));
        assertThat(rhythm.rate(START + 10 * DAY))
                .as("the first hour of the thirty days")
                .isGreaterThan(rhythm.mean());
    }

    @Test
    void anEmptyTimeTeachesNothing() {
        Rhythm rhythm = new Rhythm();
        rhythm.observe(START, START, List.of(START));
        rhythm.observe(START, START - HOUR, List.of(START));

        assertThat(rhythm.mean()).isCloseTo(1 / 24.0, within(1e-9));
    }

    /** More than e + 2·√e + 2 items where e were expected, here about 0.04. */
    @ParameterizedTest
    @CsvSource({"2, 1", "3, 6", "50, 6"})
    void itemsFarAboveTheExpectationAreARush(int items, double factor) {
        assertThat(rushFactor(items, START + DAY + HOUR)).isCloseTo(factor, within(0.02 * factor));
    }

    @Test
    void aRushDecaysByAFactorOfEInTwoAndAHalfHours() {
        assertThat(rushFactor(50, START + DAY + HOUR + 5 * HOUR / 2)).isCloseTo(1 + 5 / Math.E, within(0.05));
    }

    @Test
    void theSizeOfARushIsItsItemsOverTheExpectedOnes() {
        Rhythm rhythm = new Rhythm();
        rhythm.observe(START, START + 10 * DAY, every(HOUR, START, START + 10 * DAY));
        long now = START + 10 * DAY;
        double expected = rhythm.expected(now, now + 4 * HOUR);
        rhythm.observe(now, now + 4 * HOUR, Collections.nCopies(14, now + 2 * HOUR));
        Rhythm calm = new Rhythm();
        calm.observe(START, START + 10 * DAY, every(HOUR, START, START + 10 * DAY));
        for (int i = 0; i < 14; i++) {
            calm.observe(now + 4 * HOUR * i / 14, now + 4 * HOUR * (i + 1) / 14, List.of(now + 2 * HOUR));
        }

        assertThat(expected).isCloseTo(4, within(0.1));
        assertThat(withoutLevel(rhythm, now + 4 * HOUR) / withoutLevel(calm, now + 4 * HOUR))
                .isCloseTo(14 / expected, within(0.3));
    }

    @Test
    void theFirstObservationIsNoRush() {
        Rhythm rhythm = new Rhythm();
        rhythm.observe(START, START + HOUR, Collections.nCopies(50, START + 1));

        assertThat(rhythm.rate(START + 2 * HOUR)).isEqualTo(rhythm.rate(START + 7 * DAY + 2 * HOUR));
    }

    /** The rate, without the factor for the last days, over that of the same items as the first observation. */
    private static double rushFactor(int items, long at) {
        Rhythm rhythm = new Rhythm();
        rhythm.observe(START, START + DAY, List.of());
        rhythm.observe(START + DAY, START + DAY + HOUR, Collections.nCopies(items, START + DAY + 1));
        Rhythm calm = new Rhythm();
        calm.observe(START, START + DAY + HOUR, Collections.nCopies(items, START + DAY + 1));
        return withoutLevel(rhythm, at) / calm.rate(at);
    }

    private static double withoutLevel(Rhythm rhythm, long at) {
        return rhythm.rate(at) / rhythm.level(at);
    }

    private static List<Long> every(long step, long from, long to) {
        List<Long> times = new ArrayList<>();
        for (long at = from; at < to; at += step) {
            times.add(at);
        }
        return times;
    }
}
