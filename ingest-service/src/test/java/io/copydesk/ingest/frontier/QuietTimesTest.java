package io.copydesk.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuietTimesTest {

    private static final long MONDAY_2_20 =
            Instant.parse("2026-03-02T02:20:00Z").toEpochMilli();
    private static final long DAY = Duration.ofDays(1).toMillis();

    @Test
    void waitsForTheEndOfTheQuietHours() {
        QuietTimes night = QuietTimes.of(Set.of(1, 2, 3), Set.of());

        assertThat(night.after(MONDAY_2_20, DAY))
                .isEqualTo(Instant.parse("2026-03-02T04:00:00Z").toEpochMilli());
    }

    @Test
    void butNotForLongerThanAFeedMayBeLeftAlone() {
        QuietTimes monday = QuietTimes.of(Set.of(), Set.of(DayOfWeek.MONDAY));

        assertThat(monday.after(MONDAY_2_20, DAY / 4)).isEqualTo(MONDAY_2_20 + DAY / 4);
        assertThat(monday.after(MONDAY_2_20, -5)).isEqualTo(MONDAY_2_20);
    }

    @Test
    void aFeedThatIsAlwaysQuietIsMisconfigured() {
        Set<Integer> all = IntStream.range(0, 24).boxed().collect(Collectors.toSet());

        assertThat(QuietTimes.of(all, Set.of())).isEqualTo(QuietTimes.NONE);
        assertThat(QuietTimes.of(Set.of(), Set.of(DayOfWeek.values()))).isEqualTo(QuietTimes.NONE);
    }

    @Test
    void theTwentyFourthHourIsMidnight() {
        assertThat(QuietTimes.of(Set.of(24, 23), Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY)))
                .isEqualTo(new QuietTimes(1 << 23 | 1, 1 << 6 | 1));
    }

    @Test
    void aTimeThatIsNotQuietStays() {
        QuietTimes night = QuietTimes.of(Set.of(1, 3), Set.of(DayOfWeek.TUESDAY));

        assertThat(night.after(MONDAY_2_20, DAY)).isEqualTo(MONDAY_2_20);
        assertThat(QuietTimes.NONE.after(MONDAY_2_20, 0)).isEqualTo(MONDAY_2_20);
    }

    @Test
    void waitsThroughAQuietDayToTheNextOne() {
        QuietTimes monday = QuietTimes.of(Set.of(0), Set.of(DayOfWeek.MONDAY));

        assertThat(monday.after(MONDAY_2_20, 2 * DAY))
                .isEqualTo(Instant.parse("2026-03-03T01:00:00Z").toEpochMilli());
    }
}
