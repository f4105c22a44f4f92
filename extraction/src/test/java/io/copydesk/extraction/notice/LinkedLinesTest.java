package io.copydesk.extraction.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.RemovalReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkedLinesTest {

    private static final String TITLE = "The lighthouse stays dark";

    @ParameterizedTest
    @ValueSource(strings = {"» ", "→", "›", ">> "})
    void anArrowInFrontOfALinkLeadsElsewhere(String arrow) {
        assertThat(hit(arrow + TITLE, 1, false)).isTrue();
        assertThat(hit(arrow + TITLE, 0.5, false)).isTrue();
        assertThat(hit(arrow + TITLE, 0.49, false)).isFalse();
        assertThat(hit(arrow + TITLE, 0.49, true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "- ", "The harbour → "})
    void anotherSignOrPlaceIsNoArrow(String start) {
        assertThat(hit(start + TITLE, 1, true)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1F300, true",
        "1FAFF, true",
        "1F4F0, true",
        "1F2FF, false",
        "1FB00, false",
        "2600, true",
        "27BF, true",
        "2708, true",
        "25FF, false",
        "27C0, false"
    })
    void aPictogramDoesBelowTheArticle(String hex, boolean pictogram) {
        String text = Character.toString(Integer.parseInt(hex, 16)) + " " + TITLE;

        assertThat(hit(text, 0.25, true)).isEqualTo(pictogram);
        assertThat(hit(text, 0.24, true)).isFalse();
        assertThat(hit(text, 0.25, false)).isFalse();
    }

    @Test
    void aLabelInCapitalsIsAboutTheLinkedTitleBehindIt() {
        String text = "READ ON: " + TITLE;
        double linked = 0.8 * TITLE.length() / text.length();

        assertThat(hit(text, linked + 1e-9, false)).isTrue();
        assertThat(hit(text, linked - 1e-3, false)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "READ: The lighthouse stays dark", // one word
                "Read On: The lighthouse stays dark",
                "1 2 3: The lighthouse stays dark",
                "R 0N: The lighthouse stays dark", // two capitals
                "READ ON The lighthouse stays dark",
                ": READ ON The lighthouse stays dark",
                "READ ON: Lighthouse dark"
            })
    void otherLinesAreNoLabelWithATitle(String text) {
        assertThat(hit(text, 1, true)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"READ ON: Lighthouse stays dark", "RE 4D: The lighthouse stays dark"})
    void threeWordsAreATitleAndThreeCapitalsALabel(String text) {
        assertThat(hit(text, 1, false)).isTrue();
    }

    @Test
    void aLabelHasFortyCharactersAtTheMost() {
        String label = "READ " + "O".repeat(35);

        assertThat(hit(label + ": " + TITLE, 1, false)).isTrue();
        assertThat(hit(label + "N: " + TITLE, 1, false)).isFalse();
    }

    @Test
    void aParagraphAndAHeadingLeadNowhere() {
        String text = "» " + "a".repeat(198);

        assertThat(hit(text, 1, true)).isTrue();
        assertThat(hit(text + "a", 1, true)).isFalse();
        assertThat(LinkedLines.hit(new Passage(0, "» " + TITLE, true, 1), true, "en"))
                .isNull();
    }

    @Test
    void theRuleNamesTheLanguageIfThereIsOne() {
        Passage passage = new Passage(0, "» " + TITLE, false, 1);

        Hit known = LinkedLines.hit(passage, false, "de");
        assertThat(known.pattern().reason()).isEqualTo(RemovalReason.RELATED);
        assertThat(known.pattern().language()).isEqualTo("de");
        assertThat(LinkedLines.hit(passage, false, null).pattern().language()).isEqualTo("und");
    }

    private static boolean hit(String text, double linkDensity, boolean after) {
        return LinkedLines.hit(new Passage(0, text, false, linkDensity), after, "en") != null;
    }
}
