package io.copydesk.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.FeedStatus.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SilenceTest {

    private static final long START = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final FeedState feed = new FeedState("https://www.lanternpost.example/feed");
    private long now = START;

    @Test
    void aFeedThatEndsIsSilentAfterAFewOfItsUsualGapsAndNoMoreWhenItSpeaks() {
        publish(60 * 4, 6);
        assertThat(feed.publicStatus().silentSince()).isNull();

        assertThat(hoursUntilSilent(true)).isBetween(24L, 60L);

        assertThat(feed.publicStatus().silentSince()).isNotNull();
        assertThat(feed.publicStatus().why()).contains("none since 2026-05-", "were expected");
        poll(1, true);
        assertThat(feed.publicStatus().silentSince()).isNull();
    }

    @Test
    void theSecondSilenceOfTheSameLengthIsNoNews() {
        publish(60 * 4, 6);
        long first = hoursUntilSilent(true);
        publish(40, 6);

        assertThat(hoursUntilSilent(true)).isGreaterThan(first * 13 / 10);
    }

    @Test
    void aFeedWithLongPausesMustBeSilentForLonger() {
        for (int i = 0; i < 12; i++) {
            publish(20, 6);
            publish(1, 24);
        }
        long regular = hoursUntilSilent(true);
        poll(1, true);
        for (int i = 0; i < 12; i++) {
            publish(20, 6);
            publish(1, 40);
        }
        feed.endedAlarms = 0;

        assertThat(hoursUntilSilent(true)).isGreaterThan(regular * 12 / 10);
    }

    @Test
    void theLongestPauseThatAnEarlierVersionKeptCounts() {
        publish(60 * 4, 6);
        feed.pauseSquares = 0;
        feed.pauseYears = 0;
        feed.longestQuiet = 20;

        assertThat(hoursUntilSilent(true)).isGreaterThan(100);
    }

    @Test
    void nightsAndWeekendsAreNoSilence() {
        Random random = new Random(3);
        List<Long> alarms = new ArrayList<>();
        for (int hour = 0; hour < 24 * 7 * 12; hour++) {
            int day = hour / 24 % 7;
            boolean open = day < 5 && hour % 24 >= 8 && hour % 24 < 18;
            boolean was = feed.silentSince > 0;
            poll(open && random.nextInt(3) == 0 ? 1 : 0, true);
            if (!was && feed.silentSince > 0) {
                alarms.add(now);
            }
        }

        assertThat(alarms).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void whatIsNotVerifiedRaisesNoAlarm() {
        publish(60 * 4, 6);
        for (int i = 0; i < 200; i++) {
            poll(0, false);
        }
        assertThat(feed.silentSince).isZero();

        poll(0, true);
        assertThat(feed.silentSince).isEqualTo(now);
    }

    @Test
    void aFeedOfFewItemsIsNotJudged() {
        publish(9, 6);

        for (int i = 0; i < 24 * 30; i++) {
            poll(0, true);
        }
        assertThat(feed.silentSince).isZero();
    }

    @Test
    void aFeedThatFailsIsFailingNotSilent() {
        publish(60 * 4, 6);
        hoursUntilSilent(true);

        feed.failed("HTTP 500", Duration.ofDays(14).toMillis(), now);

        assertThat(feed.publicStatus().health()).isEqualTo(Health.FAILING);
        assertThat(feed.publicStatus().silentSince()).isNull();
    }

    /** An item each {@code hours} hours. */
    private void publish(int items, int hours) {
        for (int i = 0; i < items; i++) {
            for (int hour = 1; hour < hours; hour++) {
                poll(0, true);
            }
            poll(1, true);
        }
    }

    private long hoursUntilSilent(boolean verified) {
        long from = now;
        while (feed.silentSince == 0 && now - from < 90 * 24 * HOUR) {
            poll(0, verified);
        }
        return (now - from) / HOUR;
    }

    /** The next hour's poll, with so many new items. */
    private void poll(int added, boolean verified) {
        now += HOUR;
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < added; i++) {
            times.add(now - HOUR / 2);
        }
        feed.rhythm.observe(now - HOUR, now, times);
        feed.items += added;
        Silence.heard(feed, added, feed.lastNew, verified, now);
        feed.lastNew = added > 0 ? now : feed.lastNew;
        feed.succeeded();
    }
}
