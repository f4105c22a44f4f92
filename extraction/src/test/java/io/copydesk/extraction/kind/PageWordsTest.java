package io.copydesk.extraction.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.kind.PageWords.Forms;
import io.copydesk.schemas.PageAssessment;
import io.copydesk.schemas.PageKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageWordsTest {

    private static final String TEXT = "The old lamp of the lighthouse was found in a cellar. ";

    private final PageWords words = PageWords.load();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            404                                   | ERROR
            404 - Küstenpost                      | ERROR
            Seite nicht gefunden - Küstenpost     | ERROR
            Страница не найдена                   | ERROR
            ページが見つかりません                 | ERROR
            Just a moment...                      | CONSENT
            Zustimmung verwalten                  | CONSENT
            We'll be back soon                    | ERROR
            Ad blocker detected                   | CONSENT
            Il rispetto della tua privacy è tutto | CONSENT
            """)
    void aTitleTellsTheKindOfAShortPage(String title, PageKind kind) {
        PageAssessment found = words.assess(List.of("Küstenpost", title), TEXT, Forms.NONE, false);
        assertThat(found).isNotNull();
        assertThat(found.kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "4040 boats counted",
        "Flight 404 lands at last",
        "The lamp that was lost",
        "Bridge under maintenance",
        "Your privacy and the lamp",
        "''"
    })
    void otherTitlesTellNothing(String title) {
        assertThat(words.assess(List.of(title), TEXT, Forms.NONE, false)).isNull();
    }

    @Test
    void aDatedOrLongTextIsAnArticleAboutIt() {
        assertThat(words.assess(List.of("Page not found"), TEXT, Forms.NONE, true))
                .isNull();
        assertThat(words.assess(List.of("Page not found"), TEXT.repeat(14), Forms.NONE, false))
                .isNull();
        assertThat(words.assess(List.of("Page not found"), TEXT.repeat(12), Forms.NONE, false))
                .isNotNull();
    }

    @Test
    void twoPhrasesInTheTextAreEnoughWithoutATitle() {
        String one = TEXT.repeat(7) + "We and our partners keep the lamp lit.";
        assertThat(words.assess(List.of("Lamp"), one, Forms.NONE, false)).isNull();
        String two = one + " You may withdraw your consent.";
        assertThat(words.assess(List.of("Lamp"), two, Forms.NONE, false).kind()).isEqualTo(PageKind.CONSENT);
        assertThat(words.assess(List.of("Lamp"), TEXT.repeat(28) + two, Forms.NONE, false))
                .isNull();
    }

    @Test
    void aFormToSignInNeedsAPasswordOrAPhraseBesideTheTitle() {
        assertThat(words.assess(List.of("Log in"), TEXT, Forms.NONE, false)).isNull();
        assertThat(words.assess(List.of("Log in"), TEXT, Forms.PASSWORD, false).kind())
                .isEqualTo(PageKind.LOGIN);
        assertThat(words.assess(List.of("Log in"), TEXT + "Forgot your password?", Forms.NONE, false)
                        .kind())
                .isEqualTo(PageKind.LOGIN);
    }
}
