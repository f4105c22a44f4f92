package io.copydesk.console;

import static io.copydesk.console.RunningConsole.await;
import static io.copydesk.console.RunningConsole.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.FeedStatus;
import io.copydesk.schemas.Topics;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

/** What the console changes when it may. */
class ChangesIT extends ConsoleOfTest {

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
