package io.copydesk.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.kind.WordScores;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordTrainingTest {

    private static final int POST = 11;
    private static final int CART = 12;
    private static final int COMMON = 13;

    private static List<WordTraining.Page> pages() {
        List<WordTraining.Page> pages = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            boolean article = i % 2 == 0;
            // The last word is of one site alone.
            pages.add(
                    new WordTraining.Page(new int[] {article ? POST : CART, COMMON, 1000 + i}, "site" + i, article, 1));
        }
        return pages;
    }

    @Test
    void wordsOfArticlesSpeakForThemAndOthersAgainst() {
        WordScores scores = WordTraining.train(pages());
        assertThat(scores.score(new int[] {POST, COMMON})).isPositive();
        assertThat(scores.score(new int[] {CART, COMMON})).isNegative();
    }

    @Test
    void wordsOfFewSitesAreNotLearned() {
        assertThat(WordTraining.train(pages()).lines()).hasSize(1 + 3);
    }

    @Test
    void theSamePagesGiveTheSameWeights() {
        assertThat(WordTraining.train(pages()).lines())
                .isEqualTo(WordTraining.train(pages()).lines());
    }
}
