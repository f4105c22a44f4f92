package io.copydesk.lab.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SilenceBenchTest {

    @Test
    void tellsOfFeedsThatEndAndNotOfThoseThatGoOn() {
        Map<String, long[]> feeds = new LinkedHashMap<>();
        for (int hours = 3; hours <= 5; hours++) {
            long gap = hours * 3_600_000L;
            feeds.put(
                    "feed" + hours,
                    LongStream.rangeClosed(1, 365 * Rhythms.DAY / gap)
                            .map(i -> FeedTrace.START + i * gap)
                            .toArray());
        }

        SilenceBench found = SilenceBench.run(new FeedTrace(feeds), 5, passed -> {});

        assertThat(found.falseAlarms()).isZero();
        assertThat(found.cut()).isEqualTo(3);
        assertThat(found.overMeanGap().orElseThrow()).isLessThan(12);
    }
}
