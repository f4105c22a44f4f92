package io.copydesk.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.language.LanguageDetector;
import io.copydesk.extraction.notice.Passage;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanguagesTest {

    private static final String PARAGRAPH =
            "The harbour office counted the boats on Monday, as it has done every spring since the breakwater was built, and found"
                    + " eleven fewer than the year before, most of them gone to the new marina across the bay.";
    private static final String NOTICE = "Su cuenta se está utilizando ahora mismo en otro dispositivo";

    private final LanguageDetector detector = LanguageDetector.create();

    @Test
    void aLineInAnotherLanguageAboveTheTextSaysNothingOfTheText() {
        assertThat(Languages.choose(null, List.of(line(0, NOTICE), line(1, PARAGRAPH), line(2, PARAGRAPH)), detector))
                .isEqualTo("en");
    }

    @Test
    void linesAreReadWhereThereIsNoParagraph() {
        assertThat(Languages.choose(null, List.of(line(0, NOTICE)), detector)).isEqualTo("es");
    }

    private static Passage line(int order, String text) {
        return new Passage(order, text, false, 0);
    }
}
