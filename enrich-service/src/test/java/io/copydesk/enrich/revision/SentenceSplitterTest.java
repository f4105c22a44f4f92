package io.copydesk.enrich.revision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSplitterTest {

    @Test
    void splitsAtFullStopsQuestionsAndLines() {
        assertThat(SentenceSplitter.split("A heading\n\nIt rained. Did it stop? No! It rained on."))
                .containsExactly("A heading", "It rained.", "Did it stop?", "No!", "It rained on.");
    }

    @Test
    void keepsClosingQuotesWithTheirSentence() {
        assertThat(SentenceSplitter.split("“We wait.” Then they left."))
                .containsExactly("“We wait.”", "Then they left.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mr. Odeska met Dr. Brusk of St. Anna.",
                "It was J. R. Vance who paid 3.5 crowns.",
                "El Sr. Landa y la Dra. Ruiz firmaron el art. 4 del texto.",
                "M. Sorel et Mme. Vidal sont partis.",
                "Es kostet ca. Fünf Mio. Kronen bzw. mehr.",
                "Exmo. Senhor Prof. Costa falou.",
                "Nothing… or so they say."
            })
    void abbreviationsAndInitialsEndNothing(String sentence) {
        assertThat(SentenceSplitter.split(sentence)).containsExactly(sentence);
    }

    @Test
    void splitsScriptsWithoutSpaces() {
        assertThat(SentenceSplitter.split("橋は閉鎖された。工事は続く。「春まで」と市長は言った。"))
                .containsExactly("橋は閉鎖された。", "工事は続く。", "「春まで」と市長は言った。");
    }

    @Test
    void nothingHasNoSentences() {
        assertThat(SentenceSplitter.split(" \n\n ")).isEmpty();
    }
}
