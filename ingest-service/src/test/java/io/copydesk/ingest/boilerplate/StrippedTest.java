package io.copydesk.ingest.boilerplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.copydesk.schemas.Removed;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrippedTest {

    private static final String NEWS = "The bridge over the Tarn opens on Monday.";
    private static final String PITCH = "Lantern friends get the evening bell and two candles by post.";
    private static final String LABEL = "Night desk";

    private final LearnedSet learned = new LearnedSet(
            20, List.of(line(PITCH, true), line("Lamp and bell of the day", true), line(LABEL, false)), List.of());

    @Test
    void takesOutWhatWasLearnedAndWhatNearlyReadsSo() {
        Stripped stripped = strip(NEWS, PITCH.replace("two", "three"), NEWS, PITCH);

        assertThat(stripped.body()).isEqualTo(NEWS + "\n\n" + NEWS);
        assertThat(stripped.removed())
                .extracting(Removed::text, Removed::rule)
                .containsExactly(tuple(PITCH.replace("two", "three"), "site/near-line"), tuple(PITCH, "site/line"));
    }

    @Test
    void whatWasLearnedBesideBoilerplateStaysBetweenParagraphs() {
        assertThat(strip(NEWS, LABEL, NEWS).removed()).isEmpty();
        assertThat(strip(NEWS, NEWS, LABEL, PITCH).body()).isEqualTo(NEWS + "\n\n" + NEWS);
        assertThat(strip(LABEL, NEWS).body()).isEqualTo(NEWS);
    }

    @Test
    void aLabelBetweenBoilerplateGoesAtAnEndOfTheTextOnly() {
        assertThat(strip(NEWS, PITCH, "Ada Marsh", "Lamp and bell of the day").removed())
                .extracting(Removed::rule)
                .containsExactly("site/line", "site/between", "site/line");
        assertThat(strip(NEWS, PITCH, "What is next", "Lamp and bell of the day", NEWS)
                        .body())
                .contains("What is next");
    }

    @Test
    void leavesATextOfBoilerplateAloneAsItIs() {
        assertThat(strip(PITCH, LABEL).body()).isEqualTo(PITCH + "\n\n" + LABEL);
        assertThat(strip(PITCH, "***").removed()).isEmpty();
    }

    private Stripped strip(String... lines) {
        return Stripped.of(String.join("\n\n", lines), learned, () -> new int[lines.length]);
    }

    private static LearnedLine line(String text, boolean anywhere) {
        return new LearnedLine(text, LineKey.of(LineWords.of(text)), anywhere, 9, 9);
    }
}
