package io.copydesk.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.Article;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PipelineRateTest {

    @Test
    void tellsOfEachPartWithEachSize() {
        List<PipelineRate> rates = new ArrayList<>();

        PipelineRate.measure(1, List.of(50, 100), 40, 20, rates::add);

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
                        "rebuild 71",
                        "decisions 100",
                        "snapshot 120",
                        "restart 120",
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
}
