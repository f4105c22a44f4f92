package io.copydesk.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

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
