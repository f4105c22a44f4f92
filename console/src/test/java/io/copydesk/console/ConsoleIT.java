package io.copydesk.console;

import static io.copydesk.console.RunningConsole.assertIsQuick;
import static io.copydesk.console.RunningConsole.await;
import static io.copydesk.console.RunningConsole.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.copydesk.schemas.Alert;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.Duplicate;
import io.copydesk.schemas.FeedStatus;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.LedgerEntry;
import io.copydesk.schemas.LedgerEntry.Outcome;
import io.copydesk.schemas.Mention;
import io.copydesk.schemas.Mention.Occurrence;
import io.copydesk.schemas.Quote;
import io.copydesk.schemas.Quote.Phrase;
import io.copydesk.schemas.Relation;
import io.copydesk.schemas.Topics;
import io.copydesk.schemas.Withdrawal;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader of the console sees of what the topics hold. */
class ConsoleIT {

    @TempDir
    static Path folder;

    private static RunningConsole console;

    @BeforeAll
    static void start() throws Exception {
        console = new RunningConsole(folder, RunningConsole.anyPort().withChanges());
    }

    @AfterAll
    static void stop() {
        console.close();
    }

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
    void aDeadLetterIsShownAndRetried() throws Exception {
        byte[] original = "<p>never an article\u0000".getBytes(StandardCharsets.UTF_8);
        DeadLetter letter = DeadLetter.builder()
                .id("clean/site#8")
                .stage(DeadLetter.Stage.CLEAN)
                .reason("no-article")
                .detail("No text was found.")
                .inputId("site#8")
                .originTopic(Topics.PAGES.name(RunningConsole.PREFIX))
                .originPartition(0)
                .originOffset(0L)
                .originKey("site")
                .bytes(original)
                .length(original.length)
                .build();
        console.publish(Topics.DEAD_LETTERS, letter.id(), letter);
        String path = "/api/dead-letter?id=" + encoded(letter.id());
        await(() -> total("/api/dead-letters?stage=clean&reason=no-article") == 1);
        assertThat(console.get(path).path("content").asText()).startsWith("<p>never an article");
        HttpResponse<String> answer = console.change("/api/dead-letters/retry", Map.of("id", letter.id()));
        assertThat(answer.body()).isEqualTo("{\"retried\":1}");
        await(() -> total("/api/dead-letters?stage=clean") == 0);
        assertThat(read(Topics.PAGES.name(RunningConsole.PREFIX)))
                .contains(new String(original, StandardCharsets.UTF_8));
    }

    @Test
    void feedsAreAddedRefreshedAndRemoved() throws Exception {
        String url = "https://quaypost.example/feed.xml";
        assertThat(console.change("/api/feeds", Map.of("url", "ftp://x")).statusCode())
                .isEqualTo(400);
        assertThat(console.change("/api/feeds", Map.of("url", url, "category", "Harbours"))
                        .statusCode())
                .isEqualTo(200);
        await(() -> console.get("/api/feeds").path("notLookedAt").size() == 1);
        console.publish(
                Topics.FEED_STATUS,
                url,
                FeedStatus.builder()
                        .url(url)
                        .health(FeedStatus.Health.OK)
                        .why("its rhythm")
                        .build());
        await(() -> total("/api/feeds?health=ok") == 1);
        assertThat(console.get("/api/feed?url=" + encoded(url))
                        .path("subscription")
                        .path("category")
                        .asText())
                .isEqualTo("Harbours");
        assertThat(console.change("/api/feeds/refresh", Map.of("url", url)).statusCode())
                .isEqualTo(200);
        assertThat(read(Topics.LINKS.name(RunningConsole.PREFIX))).anyMatch(link -> link.contains(url));
        String opml = "<opml><body><outline xmlUrl='https://kelp.example/rss'/></body></opml>";
        HttpResponse<String> imported = console.send(console.request("/api/feeds/opml")
                .header("X-Copydesk-Console", "1")
                .POST(BodyPublishers.ofString(opml)));
        assertThat(imported.body()).contains("\"added\":1");
        await(() ->
                console.send(console.request("/api/feeds.opml").GET()).body().contains("kelp.example"));
        assertThat(console.change("/api/feeds/remove", Map.of("url", url)).statusCode())
                .isEqualTo(200);
        await(() ->
                !console.send(console.request("/api/feeds.opml").GET()).body().contains(url));
    }

    @Test
    void aChangeFromAnotherSiteIsRefused() throws Exception {
        HttpResponse<String> bare =
                console.send(console.request("/api/feeds/remove").POST(BodyPublishers.ofString("{\"url\":\"x\"}")));
        assertThat(bare.statusCode()).isEqualTo(403);
        HttpResponse<String> foreign = console.send(console.request("/api/feeds/remove")
                .header("X-Copydesk-Console", "1")
                .header("Origin", "https://evil.example")
                .POST(BodyPublishers.ofString("{\"url\":\"x\"}")));
        assertThat(foreign.statusCode()).isEqualTo(403);
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

    @Test
    void wrongParametersAreAnsweredWithASentence() throws Exception {
        for (String path : List.of(
                "/api/articles?from=yesterday", "/api/articles?sort=odd", "/api/article", "/api/articles?page=x")) {
            assertThat(console.send(console.request(path).GET()).statusCode())
                    .as(path)
                    .isEqualTo(400);
        }
        assertThat(console.send(console.request("/api/articles?q=" + "a".repeat(5_000))
                                .GET())
                        .statusCode())
                .isEqualTo(400);
        assertThat(console.send(console.request("/api/article?id=none").GET()).statusCode())
                .isEqualTo(404);
        assertThat(console.get("/api/articles?page=1000000&size=1000000")
                        .path("size")
                        .asInt())
                .isEqualTo(100);
    }

    private static void publish(String id, String headline, String body) {
        console.publish(Topics.ENRICHED_ARTICLES, id, Invented.article(id, headline, body));
    }

    private static int total(String path) throws Exception {
        return console.get(path).path("total").asInt();
    }

    private static List<String> read(String topic) {
        Properties properties = console.kafka().consumer();
        properties.put("isolation.level", "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<String> values = new ArrayList<>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record -> values.add(new String(record.value(), StandardCharsets.UTF_8)));
            }
            return values;
        }
    }
}
