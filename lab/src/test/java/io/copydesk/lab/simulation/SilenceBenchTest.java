package io.copydesk.lab.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SilenceBenchTest {

    @Test
    void tellsOfFeedsThatEndAndNotOfThoseThatGoOn() {
        Map<String, long[]> feeds = feeds(365);
        feeds.put(
                "seldom", items(60, 365).toArray()); // too few items to be cut off; the year is over with its last one

        SilenceBench found = SilenceBench.run(new FeedTrace(feeds), List.of(), 5, passed -> {});

        assertThat(found.alarms().all()).isZero();
        assertThat(found.cut()).isEqualTo(3);
        assertThat(found.told()).isEqualTo(3);
        assertThat(found.overGap().get(UsualGap.MEAN)).isLessThan(12);
        assertThat(found.overGapFromEnd().get(UsualGap.MEAN))
                .isBetween(
                        found.overGap().get(UsualGap.MEAN) - 1, found.overGap().get(UsualGap.MEAN));
        assertThat(found.hindsight().get(UsualGap.MEAN)).isEqualTo(1);
    }

    @Test
    void alarmsInHoursInWhichNothingWasObservedAreCountedApart() {
        Map<String, long[]> feeds = feeds(50);
        feeds.replaceAll((name, times) -> Arrays.stream(times)
                .filter(at -> at < FeedTrace.START + 30 * Rhythms.DAY || at > FeedTrace.START + 40 * Rhythms.DAY)
                .toArray());
        FeedTrace trace = new FeedTrace(feeds);
        List<FeedTrace.Pause> pauses = trace.pauses(Rhythms.DAY);

        SilenceBench found = SilenceBench.run(trace, pauses, 5, passed -> {});

        assertThat(pauses).hasSize(1);
        assertThat(found.alarms().all()).isEqualTo(3);
        assertThat(found.alarms().besidePauses()).isZero();
    }

    @Test
    void aGapIsUsualInSeveralSenses() {
        long[] batches = {0, 1_000, 2_000, 12_000, 13_000};

        assertThat(UsualGap.MEAN.of(batches)).isEqualTo(3_250);
        assertThat(UsualGap.MEDIAN.of(batches)).isEqualTo(1_000);
        assertThat(UsualGap.AT_RANDOM_MOMENT.of(batches)).isEqualTo(103e6 / 13e3);
        assertThat(UsualGap.HIGH.of(batches)).isEqualTo(10_000);
    }

    private static Map<String, long[]> feeds(int days) {
        Map<String, long[]> feeds = new LinkedHashMap<>();
        for (int hours = 3; hours <= 5; hours++) {
            feeds.put("feed" + hours, items(hours / 24.0, days).toArray());
        }
        return feeds;
    }

    private static LongStream items(double every, int days) {
        return LongStream.rangeClosed(1, (long) (days / every))
                .map(i -> FeedTrace.START + (long) (i * every * Rhythms.DAY));
    }
}
