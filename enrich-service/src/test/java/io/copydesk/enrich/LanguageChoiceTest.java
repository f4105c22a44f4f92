package io.copydesk.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.Article;
import org.junit.jupiter.api.Test;

class LanguageChoiceTest {

    private final LanguageChoice choice = new LanguageChoice();
    private final Article english = Corpus.article("island-4");

    @Test
    void fillsInWhatIsMissing() {
        assertThat(choice.fill(english.withLanguage(null)).inLanguage()).isEqualTo("en");
    }

    @Test
    void correctsWhatTheTextContradicts() {
        assertThat(choice.fill(english.withLanguage("es")).inLanguage()).isEqualTo("en");
    }

    @Test
    void keepsTheRegionThatTheTextCannotTell() {
        assertThat(choice.fill(english.withLanguage("en-GB")).inLanguage()).isEqualTo("en-GB");
    }

    @Test
    void keepsWhatIsDeclaredWhenTheTextTellsNothing() {
        Article brief = Corpus.article("a", "a.example", null, null, "Rain.");
        assertThat(choice.fill(brief.withLanguage("pt-BR")).inLanguage()).isEqualTo("pt-BR");
    }

    @Test
    void anArticleWithoutTextHasNoLanguage() {
        assertThat(choice.fill(Corpus.article("empty").withLanguage(null)).inLanguage())
                .isNull();
    }
}
