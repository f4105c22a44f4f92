package io.copydesk.console;

import static io.copydesk.console.RunningConsole.assertIsQuick;
import static io.copydesk.console.RunningConsole.await;
import static io.copydesk.console.RunningConsole.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.Duplicate;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.LedgerEntry;
import io.copydesk.schemas.LedgerEntry.Outcome;
import io.copydesk.schemas.Relation;
import io.copydesk.schemas.Topics;
import io.copydesk.schemas.Withdrawal;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** What a reader of the console sees of what the topics hold. */
class ConsoleIT extends ConsoleOfTest {

    @Test
    void aWithdrawnArticleIsMarkedAndATombstoneRemovesOne() throws Exception {
        Withdrawal gone = new Withdrawal("2026-03-26T00:00:00Z", List.of());
        Article article = Invented.article("g1", "Kelp", "Kelpmarker text", "story-1", List.of(), gone);
        console.publish(Topics.ENRICHED_ARTICLES, "g1", article);
        await(() -> total("/api/articles?q=kelpmarker&withdrawn=true") == 1);
        console.publish(Topics.ENRICHED_ARTICLES, "g1", null);
        await(() -> total("/api/articles?q=kelpmarker") == 0);
    }

    @Test
    void whatWasNotCommittedIsNotShown() throws Exception {
        Properties properties = console.kafka().producer();
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "test");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(
                    Topics.ENRICHED_ARTICLES.name(RunningConsole.PREFIX),
                    "t1".getBytes(StandardCharsets.UTF_8),
                    Json.bytes(Invented.article("t1", "Aborted", "Abortedmarker"))));
            producer.flush();
            producer.abortTransaction();
        }
        publish("t2", "After", "Aftermarker");
        await(() -> total("/api/articles?q=aftermarker") == 1);
        assertThat(total("/api/articles?q=abortedmarker")).isZero();
    }

    @Test
    void aForeignRecordIsSkippedAndAHostileOneIsText() throws Exception {
        String script = "<img src=x onerror=alert(1)></script><script>alert(2)</script>";
        console.publish(Topics.ENRICHED_ARTICLES, "h0", List.of("no article"));
        publish("h/../?&#1", script, "Hostilemarker " + script);
        await(() -> total("/api/articles?q=hostilemarker") == 1);
        HttpResponse<String> answer = console.send(
                console.request("/api/article?id=" + encoded("h/../?&#1")).GET());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json;charset=utf-8");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void anArticleComesWithItsStoryRelationsAndCopies() throws Exception {
        publish("r1", "Original", "Relatedmarker one");
        Relation copy = new Relation("r1", Relation.Kind.NEAR, .9, "near-1");
        console.publish(
                Topics.ENRICHED_ARTICLES,
                "r2",
                Invented.article("r2", "Copy", "Relatedmarker two", "story-r", List.of(copy), null));
        console.publish(Topics.STORIES, "story-r", Invented.story("story-r", "The story", List.of("r1", "r2")));
        console.publish(Topics.DUPLICATES, "r2", new Duplicate("r2", "r1", Relation.Kind.NEAR, .9, "near-1", "r1"));
        await(() -> total("/api/duplicates?of=r1") == 1
                && total("/api/articles?q=relatedmarker") == 2
                && console.send(console.request("/api/story?id=story-r").GET()).statusCode() == 200);
        JsonNode answer = console.get("/api/article?id=r2");
        assertThat(answer.path("story").path("headline").asText()).isEqualTo("The story");
        assertThat(answer.path("relations")
                        .path(0)
                        .path("article")
                        .path("headline")
                        .asText())
                .isEqualTo("Original");
        assertThat(answer.path("duplicate").path("of").asText()).isEqualTo("r1");
        assertThat(answer.path("article")
                        .path("pipeline")
                        .path("removed")
                        .path(0)
                        .path("reason")
                        .asText())
                .isEqualTo("share");
        JsonNode original = console.get("/api/article?id=r1");
        assertThat(original.path("relatedBy").path("items").path(0).path("id").asText())
                .isEqualTo("r2");
    }

    @Test
    void aMergedStoryLeadsToWhereItWent() throws Exception {
        console.publish(Topics.STORIES, "m-old", Invented.story("m-old", "Mergedmarker", List.of("x")));
        console.publish(Topics.STORIES, "m-new", Invented.story("m-new", "Mergedmarker", List.of("x", "y")));
        await(() -> total("/api/stories?q=mergedmarker") == 2);
        console.publish(Topics.STORIES, "m-old", null, Map.of(Topics.STORY_MOVED_TO.name(), "m-new"));
        await(() -> total("/api/stories?q=mergedmarker") == 1);
        assertThat(console.get("/api/story?id=m-old")
                        .path("story")
                        .path("movedTo")
                        .path(0)
                        .asText())
                .isEqualTo("m-new");
        assertThat(console.get("/api/story?id=m-new").path("merged").path(0).asText())
                .isEqualTo("m-old");
    }

    @Test
    void theLedgerIsCountedByInputNotByRecord() throws Exception {
        console.publish(Topics.LEDGER, "in-1", new LedgerEntry("in-1", Outcome.ARTICLE, null, "l1", 1));
        console.publish(Topics.LEDGER, "in-1", new LedgerEntry("in-1", Outcome.ARTICLE, null, "l1", 1));
        console.publish(Topics.LEDGER, "in-2", LedgerEntry.refused("in-2", "no-article"));
        await(() -> {
            JsonNode hour = console.get("/api/now").path("rates").get(1).path("hour");
            return hour.get(59).asInt() + hour.get(58).asInt() >= 3;
        });
        // The records are in two partitions, and are found a moment after they are counted.
        await(() -> outcomes("dead-letter") == 1 && outcomes("article") > 0);
        assertThat(outcomes("article")).isEqualTo(1);
    }

    private static int outcomes(String outcome) throws Exception {
        return console.get("/api/now").path("ledger").path(outcome).asInt();
    }

    @Test
    void whatArrivesIsToldToThoseWhoWatch() throws Exception {
        await(console.service()::caughtUp);
        HttpResponse<InputStream> events = console.http()
                .send(
                        console.request("/api/events")
                                .header("Accept", "text/event-stream")
                                .GET()
                                .build(),
                        BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(events.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("event: open");
            assertIsQuick(attempt -> {
                long begun = System.nanoTime();
                publish("e" + attempt, "Streamed-" + attempt, "Streamedmarker");
                String line = lines.readLine();
                while (!line.contains("Streamed-" + attempt)) {
                    line = lines.readLine();
                }
                long took = (System.nanoTime() - begun) / 1_000_000;
                assertThat(total("/api/articles?q=streamedmarker")).isEqualTo(attempt);
                return took;
            });
        }
    }
}
