package io.copydesk.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.Article;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PipelineRateTest {

    @Test
    void tellsOfEachPartWithEachSize() {
        List<PipelineRate> rates = new ArrayList<>();

        PipelineRate.measure(1, List.of(50, 100), 40, 20, InventedVocabulary.NEWS, rates::add);

        assertThat(rates)
                .extracting(rate -> rate.part() + " " + rate.indexed())
                .containsExactly(
                        "language 0",
                        "mentions 0",
                        "fingerprint 0",
                        "sketch 0",
                        "duplicates 50",
                        "duplicates 100",
                        "template 1",
                        "template 20",
                        "copies 100",
                        "copies 2000",
                        "decisions 50",
                        "snapshot 70",
                        "restart 70",
                        "copy 70",
                        "lost 70",
                        "rebuild 71",
                        "decisions 100",
                        "snapshot 120",
                        "restart 120",
                        "copy 120",
                        "lost 120",
                        "rebuild 121",
                        "stories 40",
                        "restore 0");
        assertThat(rates).allMatch(rate -> rate.perSecond() > 0);
    }

    @Test
    void theStreamHasTheSameArticlesAgainAndTheShareOfCopiesThatItSays() {
        InventedArticles articles = new InventedArticles(7);
        Set<String> texts = new HashSet<>();
        int again = 0;
        for (int i = 4_000; i < 6_000; i++) {
            Article article = articles.article(i);
            assertThat(new InventedArticles(7).article(i)).isEqualTo(article);
            again += texts.add(article.articleBody()) ? 0 : 1;
        }

        // Copies of originals that are older than the first article looked at do not show.
        assertThat(again).isBetween(80, 300);
        assertThat(new InventedArticles(8).article(5_000).articleBody())
                .isNotEqualTo(articles.article(5_000).articleBody());
    }

    @Test
    void wordsOfNewsAreRarerTheHigherTheirRank() {
        assertThat(InventedVocabulary.rank(0)).isZero();
        assertThat(InventedVocabulary.rank(0.1370)).isEqualTo(100);
        assertThat(InventedVocabulary.rank(0.9707)).isEqualTo(20_000);
        assertThat(InventedVocabulary.rank(0.99)).isGreaterThan(20_000);
        assertThat(InventedVocabulary.rank(Math.nextDown(1.0))).isPositive();
    }

    @Test
    void newsIsInSeveralLanguagesAndCopiesAreInThatOfTheirOriginal() {
        InventedArticles news = new InventedArticles(7, Duration.ofMinutes(1), InventedVocabulary.NEWS);
        Map<String, Set<String>> languages = new HashMap<>();
        for (int i = 0; i < 5_000; i++) {
            Article article = news.article(i);
            assertThat(article).isEqualTo(news.article(i));
            languages
                    .computeIfAbsent(article.articleBody(), body -> new HashSet<>())
                    .add(article.inLanguage());
        }
        assertThat(languages.values()).allMatch(ofOneText -> ofOneText.size() == 1);
        assertThat(languages.values().stream().flatMap(Set::stream).distinct()).hasSize(12);
        assertThat(languages).hasSizeBetween(4_000, 4_900);
        assertThat(InventedVocabulary.FIXED.language(0.99)).isEqualTo("en");
    }
}
