package io.copydesk.console;

import static io.copydesk.console.RunningConsole.assertIsQuick;
import static io.copydesk.console.RunningConsole.await;
import static io.copydesk.console.RunningConsole.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.copydesk.schemas.Alert;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Mention;
import io.copydesk.schemas.Mention.Occurrence;
import io.copydesk.schemas.Quote;
import io.copydesk.schemas.Quote.Phrase;
import io.copydesk.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is found by words and other conditions. */
class SearchIT extends ConsoleOfTest {

    @Test
    void anArticleIsFoundWithinASecond() throws Exception {
        await(console.service()::caughtUp);
        assertIsQuick(attempt -> {
            publish("a" + attempt, "Quay opens", "The zephyr office counted the boats.");
            return await(() -> total("/api/articles?q=zephyr") == attempt);
        });
        JsonNode item = console.get("/api/articles?q=zephyr").path("items").path(0);
        assertThat(item.path("headline").asText()).isEqualTo("Quay opens");
        assertThat(item.path("snippet").asText()).contains("zephyr office");
    }

    @Test
    void wordsAreFoundWithoutAccentsInAnyCaseAndAsPhrases() throws Exception {
        publish("w1", "Élise Vautrin première", "Première femme maire de Montrésil");
        publish("w2", "港の新しい灯台", "港の新しい灯台が点灯した。");
        await(() -> total("/api/articles?q=MONTRESIL") == 1 && total("/api/articles?q=" + encoded("灯台")) == 1);
        assertThat(total("/api/articles?q=" + encoded("\"femme maire\""))).isEqualTo(1);
        assertThat(total("/api/articles?q=" + encoded("\"maire femme\""))).isZero();
        assertThat(total("/api/articles?q=" + encoded("maire -femme"))).isZero();
        assertThat(total("/api/articles?q=" + encoded("montr*"))).isEqualTo(1);
        assertThat(total("/api/articles?q=" + encoded("((\"*~^ -|"))).isGreaterThanOrEqualTo(0);
    }

    @Test
    void filtersNarrow() throws Exception {
        publish("f1", "Filtered", "Gannets nest");
        await(() -> total("/api/articles?q=gannets") == 1);
        assertThat(
                        total(
                                "/api/articles?q=gannets&lang=en&site=quaypost.example&access=free&from=2026-03-25&to=2026-03-25"))
                .isEqualTo(1);
        assertThat(total("/api/articles?q=gannets&lang=fr")).isZero();
        assertThat(total("/api/articles?q=gannets&from=2026-03-26")).isZero();
        assertThat(total("/api/articles?q=gannets&to=2026-03-24")).isZero();
        assertThat(total("/api/articles?q=gannets&withdrawn=true")).isZero();
    }

    @Test
    void whoIsQuotedIsFoundByNameAndGivenWithTheArticle() throws Exception {
        String body = "“Gulls!” said Ida Holm. Per Lund, a quotedmarker, said nothing.";
        Article article = Invented.article("q1", "Gulls", body).toBuilder()
                .mentions(List.of(
                        new Mention(Mention.PERSON, "Per Lund", null, null, null),
                        new Mention(Mention.PERSON, "Ida Holm", null, null, null)))
                .quotes(List.of(
                        new Quote(List.of(new Occurrence(1, 7)), new Phrase("Ida Holm", 14, 22), null, 1),
                        new Quote(List.of(new Occurrence(1, 7)), null, null, 9)))
                .build();
        console.publish(Topics.ENRICHED_ARTICLES, "q1", article);
        await(() -> total("/api/articles?q=quotedmarker") == 1);
        assertThat(total("/api/articles?speaker=" + encoded("\"ida holm\""))).isEqualTo(1);
        assertThat(total("/api/articles?speaker=holm&q=gulls")).isEqualTo(1);
        assertThat(total("/api/articles?speaker=lund")).isZero();
        JsonNode given = console.get("/api/article?id=q1").path("article");
        assertThat(given.path("quotes").path(0).path("speaker").path("text").asText())
                .isEqualTo("Ida Holm");
    }

    @Test
    void alertsAreFoundByRuleKindAndWords() throws Exception {
        Alert told = Alert.builder()
                .of("tickets", Alert.Kind.ARTICLE, "t1")
                .headline("Alertmarker <b>tickets</b>")
                .raised("2026-03-25T10:00:00Z")
                .article("t1")
                .matched(List.of("paper tickets"))
                .build();
        console.publish(Topics.ALERTS, told.id(), told);
        await(() -> total("/api/alerts?rule=tickets") == 1);
        assertThat(total("/api/alerts?q=alertmarker&kind=article")).isOne();
        assertThat(total("/api/alerts?q=alertmarker&kind=story")).isZero();
        JsonNode answer = console.get("/api/alerts?rule=tickets");
        assertThat(answer.path("items").path(0).path("headline").asText()).isEqualTo("Alertmarker <b>tickets</b>");
        assertThat(answer.path("rules").path(0).path("rule").asText()).isEqualTo("tickets");
    }

    @Test
    void aLanguageIsFoundUnderEveryTagOfIt() throws Exception {
        for (String tag : List.of("nb-NO", "nn", "no", "zh-TW", "zh-Hans", "sr-Latn-RS")) {
            Article article = Invented.article("tag-" + tag, "Tagged", "Tagmarker").toBuilder()
                    .inLanguage(tag)
                    .build();
            console.publish(Topics.ENRICHED_ARTICLES, article.id(), article);
        }
        await(() -> console.get("/api/articles?q=tagmarker").path("total").asInt() == 6);
        assertThat(tagged("no")).containsExactlyInAnyOrder("nb-NO", "nn", "no");
        assertThat(tagged("nb")).containsExactlyInAnyOrder("nb-NO", "no");
        assertThat(tagged("NN")).containsExactly("nn");
        assertThat(tagged("zh")).containsExactlyInAnyOrder("zh-TW", "zh-Hans");
        assertThat(tagged("zh-hant")).containsExactly("zh-TW");
        assertThat(tagged("sh")).containsExactly("sr-Latn-RS");
        assertThat(tagged("de")).isEmpty();
    }

    private static List<String> tagged(String wanted) throws Exception {
        List<String> tags = new ArrayList<>();
        for (JsonNode item :
                console.get("/api/articles?q=tagmarker&lang=" + wanted).path("items")) {
            tags.add(item.path("language").asText());
        }
        return tags;
    }
}
