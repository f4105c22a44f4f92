package io.copydesk.lab.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.lab.story.InventedEvents.Report;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Floors of how well sibling events and serial coverage are parted, over ten seeds: far from good, see docs/stories.md. */
class StoryScoreTest {

    @Test
    void theSameSeedInventsTheSameReports() {
        assertThat(new InventedEvents(3).matches()).isEqualTo(new InventedEvents(3).matches());
        assertThat(new InventedEvents(3).products()).isEqualTo(new InventedEvents(3).products());
        assertThat(new InventedEvents(3).matches()).isNotEqualTo(new InventedEvents(4).matches());
    }

    @Test
    void matchesOfOneLeaguePartAsFarAsTheyDid() {
        assertThat(mean(InventedEvents::matches)).isGreaterThanOrEqualTo(0.29);
    }

    @Test
    void coverageOfOneProductPartsAsFarAsItDid() {
        assertThat(mean(InventedEvents::products)).isGreaterThanOrEqualTo(0.61);
    }

    private static double mean(Function<InventedEvents, List<Report>> set) {
        return LongStream.range(0, 10)
                .mapToObj(seed -> StoryScore.of(set.apply(new InventedEvents(seed))))
                .mapToDouble(StoryScore::f1)
                .average()
                .orElseThrow();
    }
}
