package io.copydesk.extraction.page;

import static io.copydesk.extraction.page.Scans.p;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatsTest {

    @Test
    void aRunOfTwoBlocksAndTwoHundredCharactersIsASecondPrinting() {
        String run = p("ferry", 120) + p("quay", 80);

        assertThat(repeated(run + run)).containsExactly(2, 3);
        assertThat(repeated(run.replace(p("quay", 80), p("quay", 79)) + run.replace(p("quay", 80), p("quay", 79))))
                .isEmpty();
    }

    @Test
    void aRunWithoutALongBlockIsARefrain() {
        String run = p("ferry", 119) + p("quay", 119);

        assertThat(repeated(run + run)).isEmpty();
    }

    @Test
    void oneLongBlockIsRepeatedOnlyWhereSomethingIsBetween() {
        assertThat(repeated(p("ferry", 120) + p("quay", 80) + p("ferry", 120))).containsExactly(2);
        assertThat(repeated(p("ferry", 120) + p("ferry", 120))).isEmpty();
    }

    @Test
    void hiddenAndRemovedBlocksAreNotCompared() {
        assertThat(repeated(
                        "<div hidden>" + p("ferry", 120) + p("quay", 80) + "</div>" + p("ferry", 120) + p("quay", 80)))
                .isEmpty();
    }

    @Test
    void aLabelOfThreeLinesIsKnownForALinkLabel() {
        String line = "<p>Read in Kelm | ";

        assertThat(labelled(
                        line + "Ferry sold</p>" + line + "Lamp out</p>" + line + "Bridge open</p><p>Quay | shut</p>"))
                .containsExactly(0, 1, 2);
        assertThat(labelled(line + "Ferry sold</p>" + line + "Lamp out</p>")).isEmpty();
    }

    @Test
    void linesOfATableAndLongLinesHaveNoLabel() {
        String cell = "<td>Read in Kelm | more</td>";
        String text = "<p>Read in Kelm | " + Scans.words("ferry", 240) + "</p>";

        assertThat(labelled("<table><tr>" + cell + cell + cell + "</tr></table>"))
                .isEmpty();
        assertThat(labelled(text + text + text)).isEmpty();
    }

    private static List<Integer> repeated(String html) {
        List<Block> blocks = Scans.scan(html).blocks();
        Repeats.drop(blocks);
        return blocks.stream()
                .filter(b -> "page/repeated".equals(b.rule))
                .map(b -> b.order)
                .toList();
    }

    private static List<Integer> labelled(String html) {
        List<Block> blocks = Scans.scan(html).blocks();
        RepeatedLabels.drop(blocks);
        return blocks.stream().filter(b -> b.removed != null).map(b -> b.order).toList();
    }
}
