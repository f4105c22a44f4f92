package io.copydesk.lab.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.lab.story.InventedEvents.Report;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Floors of how well sibling events and serial coverage are parted, over ten seeds, and of how well one event stays one story: see docs/stories.md. */
class StoryScoreTest {

    @Test
    void theSameSeedInventsTheSameReports() {
        assertThat(new InventedEvents(3).matches()).isEqualTo(new InventedEvents(3).matches());
        assertThat(new InventedEvents(3).products()).isEqualTo(new InventedEvents(3).products());
        assertThat(new InventedEvents(3).matches()).isNotEqualTo(new InventedEvents(4).matches());
    }

    @Test
    void matchesOfOneLeagueArePartedForTheMostPart() {
        assertThat(mean(seed -> new InventedEvents(seed).matches())).isGreaterThanOrEqualTo(0.53);
    }

    @Test
    void coverageOfOneProductIsPartedIntoItsEvents() {
        assertThat(mean(seed -> new InventedEvents(seed).products())).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void verdictsOfOneCourtArePartedForTheMostPart() {
        assertThat(mean(seed -> new InventedAffairs(seed).verdicts())).isGreaterThanOrEqualTo(0.60);
    }

    @Test
    void matchesOfOneLeagueArePartedInChineseAndJapaneseAsWell() {
        assertThat(mean(seed -> new InventedAffairs("zh", seed).matches())).isGreaterThanOrEqualTo(0.60);
        assertThat(mean(seed -> new InventedAffairs("ja", seed).matches())).isGreaterThanOrEqualTo(0.55);
    }

    @Test
    void verdictsOfOneCourtArePartedInChineseAndJapaneseAsWell() {
        assertThat(mean(seed -> new InventedAffairs("zh", seed).verdicts())).isGreaterThanOrEqualTo(0.62);
        assertThat(mean(seed -> new InventedAffairs("ja", seed).verdicts())).isGreaterThanOrEqualTo(0.75);
    }

    @Test
    void chineseAndEnglishReportsMeetByTheNamesOfChinesePeople() {
        assertThat(mean(seed -> new InventedTrials(seed).verdicts())).isGreaterThanOrEqualTo(0.60);
    }

    @Test
    void whatHappensToOneClubIsPartedForTheMostPart() {
        assertThat(mean(seed -> new InventedAffairs(seed).club())).isGreaterThanOrEqualTo(0.75);
    }

    @Test
    void aDisasterWithMoreVictimsOnTheSecondDayAndADenialOnTheThirdStaysOneStory() {
        assertThat(mean(seed -> new InventedAffairs(seed).ferries())).isGreaterThanOrEqualTo(0.95);
    }

    private static double mean(LongFunction<List<Report>> set) {
        return LongStream.range(0, 10)
                .mapToObj(set)
                .mapToDouble(reports -> StoryScore.of(reports).f1())
                .average()
                .orElseThrow();
    }
}
