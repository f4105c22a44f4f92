package io.copydesk.ingest.frontier;

import static io.copydesk.ingest.frontier.FrontierFixture.DAY;
import static io.copydesk.ingest.frontier.FrontierFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EditHintsTest {

    private final EditHints hints = new EditHints();

    @Test
    void aHostIsBelievedUntilTenVisitsShowedHardlyAnything() {
        for (int i = 0; i < 10; i++) {
            assertThat(hints.follows()).isTrue();
            hints.visited(NOW);
        }

        assertThat(IntStream.range(0, 5000).filter(i -> hints.follows()).count())
                .isEqualTo(10);
    }

    @Test
    void oneThatIsRightIsBelievedAndItsPagesNeedFewerOtherVisits() {
        assertThat(hints.unannounced()).isEqualTo(1);
        for (int i = 0; i < 40; i++) {
            hints.visited(NOW);
            hints.found(true, NOW);
        }

        assertThat(hints.follows()).isTrue();
        assertThat(hints.unannounced()).isLessThan(.1);
    }

    @Test
    void editsThatAreNotAnnouncedCountAgainstIt() {
        for (int i = 0; i < 40; i++) {
            hints.found(i % 2 == 0, NOW);
        }

        assertThat(hints.unannounced()).isBetween(.45, .6);
    }

    @Test
    void whatWasIsForgotten() {
        for (int i = 0; i < 12; i++) {
            hints.visited(NOW);
        }
        assertThat(hints.follows()).isFalse();
        hints.visited(NOW + 180 * DAY);

        assertThat(hints.follows()).isTrue();
    }
}
