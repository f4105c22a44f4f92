package io.copydesk.extraction.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditRuleTest {

    private static final CreditRule RULE = new CreditRule(
            NoticePack.of(Map.of(
                    "en", List.of("@credit photo | fot", "@agency-words via | images"), "zh", List.of("@credit 图片"))),
            Set.of("northpress", "coastwire"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(Photo Mara Velt)",
                "(Photo a b c d e f g)",
                "Photo: Mara Velt",
                "Photo: a b c d e f g h",
                "Photo(s): Mara Velt",
                "Photo : Mara Velt",
                "The old port. Photo: Mara Velt",
                "The old port (photo: Mara Velt)",
                "图片：马拉",
                "Fot. Mara Velt",
                "The quay on its first day © Mara Velt",
                "© Mara Velt",
                "Photo © Mara Velt and eight others of the harbour society in Lindhaven",
                "Northpress",
                "northpress",
                "Northpress via Coastwire Images",
                "(Northpress)",
                "Mara Velt/Northpress",
                "Northpress | Mara Velt",
                "Mara Van Der Velt Junior/Northpress",
                "mv/Northpress",
                "NP (mv)",
                "NP(mv)"
            })
    void recognisesCreditsByTheirForm(String text) {
        assertThat(isCredit(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Photo",
                "Photo:",
                "(Photo a b c d e f g h)",
                "(Mara Velt)",
                "(Photo Mara Velt",
                "Photo Mara Velt)",
                "Photo: a b c d e f g h i",
                "The old photo: Mara Velt",
                "Port: Mara Velt",
                "Photographs. Mara Velt",
                "Fot. the old port",
                "Fot.",
                "Port. Mara Velt",
                "The quay ©",
                "The quay © a b c d e f g h i",
                "Northpress.",
                "Northpress:",
                "northPress",
                "Northpress reported",
                "Mara Velt/Lena Hof",
                "Mara Van Der Velt Junior Two/Northpress",
                "the old port/Northpress",
                "NORTHPRESS (mv)",
                "NP (mvelt)",
                "N (mv)",
                "Northpress via images via images via images"
            })
    void keepsWhatOnlyResemblesACredit(String text) {
        assertThat(isCredit(text)).isFalse();
    }

    @Test
    void aCaptionBeforeTheCreditHasAtMostFortyFiveWords() {
        String caption = "word ".repeat(44) + "word";
        assertThat(isCredit(caption + ". Photo: Mara Velt")).isTrue();
        assertThat(isCredit("word " + caption + ". Photo: Mara Velt")).isFalse();
        assertThat(isCredit(caption + " © Mara Velt")).isTrue();
        assertThat(isCredit("word " + caption + " © Mara Velt")).isFalse();
    }

    @Test
    void headingsAndLongPassagesAreNoCredits() {
        assertThat(RULE.isCredit(new Passage(0, "Photo: Mara Velt", true, 0))).isFalse();
        String blanks = " ".repeat(400 - "The old port. Photo: Mara Velt".length());
        assertThat(isCredit("The old port." + blanks + " Photo: Mara Velt")).isTrue();
        assertThat(isCredit("The old port." + blanks + "  Photo: Mara Velt")).isFalse();
    }

    @Test
    void aLineOfAgenciesHasAtMostEightyCharacters() {
        assertThat(isCredit("Northpress" + " ".repeat(60) + "Coastwire!".replace('!', 's')))
                .isFalse();
        assertThat(isCredit("Northpress" + " ".repeat(61) + "Coastwire")).isTrue();
        assertThat(isCredit("Northpress" + " ".repeat(62) + "Coastwire")).isFalse();
    }

    private static boolean isCredit(String text) {
        return RULE.isCredit(new Passage(0, text, false, 0));
    }
}
