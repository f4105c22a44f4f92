package io.copydesk.lab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DecidingLoadTest {

    private static final int WEEKS = 5;

    /** An item a minute. */
    private static final FeedTrace STEADY = new FeedTrace(Map.of(
            "steady",
            LongStream.rangeClosed(0, WEEKS * 7 * 24 * 60)
                    .map(minute -> FeedTrace.START + minute * 60_000)
                    .toArray()));

    @Test
    void aSteadyFeedGivesWhatItsRateSays() {
        DecidingLoad load = load(STEADY, 1, 1, Duration.ofMillis(30));

        assertThat(load.feeds()).isEqualTo(1);
        assertThat(load.perDay()).isEqualTo(24 * 60, within(0.1));
        assertThat(load.held()).isBetween(7L * 24 * 60, 7L * 24 * 60 + 1);
        assertThat(load.busiestHour()).isEqualTo(1 / 60.0, within(0.001));
        assertThat(load.use()).isEqualTo(0.03 / 60, within(1e-6));
        assertThat(load.wait99()).isEqualTo(0.03, within(0.0011));
    }

    @Test
    void manyFeedsBringAsManyTimesAsMuch() {
        DecidingLoad load = load(STEADY, 1_000, 1, Duration.ofMillis(30));

        assertThat(load.feeds()).isEqualTo(1_000);
        assertThat(load.perDay()).isEqualTo(1_000 * 24 * 60, within(100.0));
        assertThat(load.use()).isEqualTo(0.5, within(0.001));
    }

    @Test
    void onlyTheShareThatReachesTheTaskCounts() {
        DecidingLoad load = load(STEADY, 100, 0.25, Duration.ofMillis(30));

        assertThat(load.perDay()).isEqualTo(25.0 * 24 * 60, within(200.0));
    }

    @Test
    void whatComesAtOnceWaitsForWhatCameBefore() {
        long[] times = LongStream.rangeClosed(0, WEEKS * 7)
                .flatMap(day -> LongStream.generate(() -> FeedTrace.START + day * Rhythms.DAY)
                        .limit(100))
                .toArray();

        DecidingLoad load = load(new FeedTrace(Map.of("edition", times)), 1, 1, Duration.ofMillis(50));

        assertThat(load.longestWait()).isEqualTo(4.05, within(0.01));
        assertThat(load.useInBusiestHour()).isEqualTo(100 * 0.05 / 3_600, within(1e-6));
    }

    private static DecidingLoad load(FeedTrace trace, int copies, double share, Duration cost) {
        return DecidingLoad.of(trace, copies, share, Duration.ofDays(7), cost, 3);
    }
}
