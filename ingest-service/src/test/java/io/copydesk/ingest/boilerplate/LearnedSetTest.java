package io.copydesk.ingest.boilerplate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LearnedSetTest {

    private final LearnedLine bell = line("evening bell", true, 5);
    private final LearnedLine lamp = line("morning lamp", false, 4);

    @Test
    void aLineThatOnlyOneSetHasIsADifference() {
        assertThat(set(bell, lamp).differences(set(lamp))).containsExactly(bell);
        assertThat(set(lamp).differences(set(bell, lamp))).containsExactly(bell);
        assertThat(set(bell).differences(set(lamp))).containsExactly(bell, lamp);
    }

    @Test
    void aLineThatIsTakenOutElsewhereIsADifferenceOnBothSides() {
        LearnedLine besideOnly = line("evening bell", false, 5);

        assertThat(set(bell).differences(set(besideOnly))).containsExactly(bell, besideOnly);
    }

    @Test
    void moreEvidenceForTheSameLineIsNoDifference() {
        assertThat(set(bell).differences(set(line("evening bell", true, 9)))).isEmpty();
    }

    private static LearnedSet set(LearnedLine... lines) {
        return new LearnedSet(10, List.of(lines), List.of());
    }

    private static LearnedLine line(String text, boolean anywhere, int articles) {
        return new LearnedLine(text, LineKey.of(LineWords.of(text)), anywhere, articles, articles);
    }
}
