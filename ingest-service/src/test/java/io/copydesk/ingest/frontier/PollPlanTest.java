package io.copydesk.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PollPlanTest {

    private static final long NOW = Instant.parse("2026-03-16T00:00:00Z").toEpochMilli();
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = 24 * HOUR;

    private final FrontierSettings settings = FrontierSettings.defaults();
    private final PollPlan plan = new PollPlan(settings);

    @Test
    void pollsAFastFeedOftenAndASlowOneRarely() {
        long fast = plan.next(steady(HOUR / 4), 50, 0, NOW);
        long slow = plan.next(steady(3 * DAY), 50, 0, NOW);

        assertThat(fast).isBetween(HOUR / 4, HOUR);
        assertThat(slow).isEqualTo(settings.maxPoll().toMillis());
    }

    @Test
    void neverPollsMoreOftenThanTheShortestTime() {
        assertThat(plan.next(steady(HOUR / 600), 5, 0, NOW))
                .isEqualTo(settings.minPoll().toMillis());
    }

    @Test
    void leavesAFeedAloneForAsLongAsItAsks() {
        assertThat(plan.next(steady(HOUR / 4), 100, 3 * HOUR, NOW)).isGreaterThanOrEqualTo(3 * HOUR);
    }

    @Test
    void butNotForSoLongThatItemsWouldDropOut() {
        assertThat(plan.next(steady(HOUR / 4), 10, 20 * HOUR, NOW)).isLessThan(10 * HOUR / 4);
    }

    @Test
    void comesJustAfterTheHourInWhichAnEditionAppears() {
        Rhythm rhythm = new Rhythm();
        for (int day = -14; day < 0; day++) {
            long five = NOW + day * DAY + 5 * HOUR;
            rhythm.observe(
                    NOW + day * DAY, NOW + (day + 1) * DAY, List.of(five, five + 1, five + 2, five + 3, five + 4));
        }

        assertThat(plan.next(rhythm, 20, 0, NOW)).isBetween(5 * HOUR + 1, 8 * HOUR);
    }

    /** The minimum of (s²/2λ + λt²/2) / λt is at t = s/λ. */
    @Test
    void pollsASteadyFeedWhenItemsPerPollAreExpected() {
        Rhythm rhythm = steady(7 * HOUR);
        double hours = settings.itemsPerPoll() / rhythm.mean();

        assertThat(plan.next(rhythm, 0, 0, NOW) / (double) HOUR).isCloseTo(hours, within(0.08 * hours));
    }

    @Test
    void comesAtNightTooForAFeedThatPublishesByDay() {
        Rhythm rhythm = new Rhythm();
        for (int day = -14; day < 0; day++) {
            long eight = NOW + day * DAY + 8 * HOUR;
            List<Long> items =
                    LongStream.range(0, 48).mapToObj(i -> eight + i * HOUR / 4).toList();
            rhythm.observe(NOW + day * DAY, NOW + (day + 1) * DAY, items);
        }

        assertThat(plan.next(rhythm, 50, 0, NOW) / (double) HOUR)
                .as("two and a half items at the mean rate")
                .isCloseTo(2.5 / 2, within(0.1));
        assertThat(plan.next(rhythm, 50, 3 * HOUR, NOW)).isEqualTo(3 * HOUR);
    }

    @Test
    void comesEveryTwentyMinutesUntilTheRhythmIsKnown() {
        Rhythm rhythm = new Rhythm();
        assertThat(plan.next(rhythm, 0, 0, NOW)).isEqualTo(20 * HOUR / 60);
        rhythm.observe(NOW - 10 * HOUR / 60, NOW, List.of(NOW));
        assertThat(plan.next(rhythm, 2, 0, NOW)).isEqualTo(20 * HOUR / 60);
        assertThat(plan.next(rhythm, 2, HOUR, NOW)).isEqualTo(HOUR);
        rhythm.observe(NOW, NOW + DAY, List.of());

        assertThat(plan.next(rhythm, 2, 0, NOW + DAY)).isGreaterThan(4 * HOUR);
    }

    @Test
    void moreItemsPerPollMeanRarerPolls() {
        PollPlan thrifty = new PollPlan(settings.toBuilder().itemsPerPoll(2).build());

        assertThat(thrifty.next(steady(7 * HOUR), 0, 0, NOW)).isGreaterThan(plan.next(steady(7 * HOUR), 0, 0, NOW));
    }

    /** The bound by the mean rate follows the setting, or a thrifty monitor could not save requests. */
    @Test
    void pollsThatShouldBringManyItemsWaitForThem() {
        PollPlan thrifty = new PollPlan(settings.toBuilder().itemsPerPoll(8).build());
        Rhythm rhythm = steady(HOUR);

        assertThat(thrifty.next(rhythm, 0, 0, NOW) / (double) HOUR)
                .isCloseTo(8 / rhythm.mean(), within(0.08 * 8 / rhythm.mean()));
    }

    @Test
    void expectsThreeInTenItemsToBeReplacedAtMost() {
        Rhythm rhythm = steady(HOUR);
        long next = plan.next(rhythm, 4, 0, NOW);

        assertThat(rhythm.expected(NOW, NOW + next)).isCloseTo(1.2, within(0.1));
        assertThat(plan.next(rhythm, 100, 0, NOW)).isEqualTo(plan.next(rhythm, 0, 0, NOW));
    }

    @Test
    void expectsSevenTenthsOfAnItemOfAFeedThatHoldsOne() {
        Rhythm rhythm = steady(5 * HOUR);

        assertThat(rhythm.expected(NOW, NOW + plan.next(rhythm, 1, 0, NOW))).isCloseTo(0.7, within(0.05));
    }

    @Test
    void doesNotKeepARequestForLongerThanTheLongestTime() {
        assertThat(plan.next(steady(HOUR), 0, 90 * DAY, NOW))
                .isEqualTo(settings.maxPoll().toMillis());
    }

    @Test
    void aRequestShorterThanThePlanChangesNothing() {
        Rhythm rhythm = steady(7 * HOUR);

        assertThat(plan.next(rhythm, 0, HOUR, NOW)).isEqualTo(plan.next(rhythm, 0, 0, NOW));
    }

    /** Of a step that is no divisor of a day, so that all hours are alike. */
    private static Rhythm steady(long step) {
        Rhythm rhythm = new Rhythm();
        long from = NOW - 28 * DAY;
        rhythm.observe(
                from,
                NOW,
                LongStream.iterate(from + 1, at -> at < NOW, at -> at + step)
                        .boxed()
                        .toList());
        return rhythm;
    }
}
