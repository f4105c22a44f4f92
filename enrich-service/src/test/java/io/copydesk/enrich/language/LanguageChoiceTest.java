package io.copydesk.enrich.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.enrich.Corpus;
import io.copydesk.schemas.Article;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LanguageChoiceTest {

    private final LanguageChoice choice = new LanguageChoice();
    private final Article english = Corpus.article("island-4");

    @Test
    void fillsInWhatIsMissing() {
        assertThat(choose(english, null)).isEqualTo("en");
    }

    @Test
    void correctsWhatTheTextContradicts() {
        assertThat(choose(english, "es")).isEqualTo("en");
    }

    @Test
    void keepsTheRegionThatTheTextCannotTell() {
        assertThat(choose(english, "en-GB")).isEqualTo("en-GB");
    }

    @Test
    void keepsWhatIsDeclaredWhenTheTextTellsNothing() {
        Article brief = Corpus.article("a", "a.example", null, null, "Rain.");
        assertThat(choose(brief, "pt-BR")).isEqualTo("pt-BR");
    }

    @Test
    void anArticleWithoutTextHasNoLanguage() {
        assertThat(choose(Corpus.article("empty"), null)).isNull();
    }

    private @Nullable String choose(Article article, @Nullable String declared) {
        return choice.fill(article.toBuilder().inLanguage(declared).build()).inLanguage();
    }
}
