package io.copydesk.extraction.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FigureLinesTest {

    @ParameterizedTest
    @ValueSource(strings = {"DAX 18.230 +0,4 %", "Brent 82,10 −1,2 %", "Orbeck 100: 4,120 -0.3%"})
    void aRateAboveTheArticleIsNoText(String line) {
        assertThat(FigureLines.above(passage(line), "de")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Honey rose by 12 % in a year.",
                "Trams were late on 4 of 30 days",
                "The index of the port closed at 4,120 points, 0.3 % lower"
            })
    void aSentenceWithFiguresIsText(String line) {
        assertThat(FigureLines.above(passage(line), "en")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Views: 412", "Кількість показів: 412", "Zobrazení: 221"})
    void aCounterBelowTheArticleIsNoText(String line) {
        assertThat(FigureLines.last(passage(line), "en")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Result: 3:1", "The final score was 3", "Doors open: 7 pm", "Wexley: 4, Orbeck: 2"})
    void whatSaysMoreThanANumberIsText(String line) {
        assertThat(FigureLines.last(passage(line), "en")).isNull();
    }

    private static Passage passage(String text) {
        return new Passage(1, text, false, 0);
    }
}
