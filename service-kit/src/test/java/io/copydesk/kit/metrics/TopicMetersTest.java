package io.copydesk.kit.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class TopicMetersTest {

    private static final long NOW = 1_796_000_000_000L; // 2026-11-30T00:53:20Z

    private final Metrics metrics = new Metrics("test");
    private final TopicMeters meters = new TopicMeters(metrics.registry(), "desk.", () -> NOW);

    @Test
    void inputsDeadLettersFetchesAndDuplicatesAreCountedByReason() {
        write(Topics.LEDGER, "{\"inputId\":\"a\",\"outcome\":\"dead-letter\",\"reason\":\"empty\"}");
        write(Topics.LEDGER, "{\"inputId\":\"b\",\"outcome\":\"article\",\"reason\":null,\"version\":1}");
        write(Topics.DEAD_LETTERS, "{\"id\":\"a\",\"stage\":\"clean\",\"reason\":\"empty\",\"detail\":\"…\"}");
        write(
                Topics.FETCH_OUTCOMES,
                "{\"requestId\":\"r\",\"target\":\"page\",\"result\":\"failed\",\"reason\":\"timeout\"}");
        write(Topics.DUPLICATES, "{\"id\":\"a\",\"of\":\"b\",\"kind\":\"near\",\"score\":0.9}");

        assertThat(metrics.scrape())
                .contains("copydesk_inputs_total{outcome=\"dead-letter\",reason=\"empty\",service=\"test\"} 1.0")
                .contains("copydesk_inputs_total{outcome=\"article\",reason=\"none\",service=\"test\"} 1.0")
                .contains("copydesk_dead_letters_total{reason=\"empty\",service=\"test\",stage=\"clean\"} 1.0")
                .contains(
                        "copydesk_fetches_total{reason=\"timeout\",result=\"failed\",service=\"test\",target=\"page\"} 1.0")
                .contains("copydesk_duplicates_total{kind=\"near\",service=\"test\"} 1.0")
                .contains("copydesk_records_total{service=\"test\",topic=\"ledger\"} 2.0");
    }

    @Test
    void theFirstVersionOfAnArticleIsTimedFromPublicationToFetchToArticle() {
        String article = "{\"headline\":\"Quay opens\",\"author\":[{\"name\":\"A\"}],"
                + "\"datePublished\":\"2026-11-30T02:48:20+02:00\",\"version\":%d,"
                + "\"pipeline\":{\"inputId\":\"a\",\"fetched\":\"2026-11-30T00:52:20Z\",\"removed\":[{}]}}";
        write(Topics.ARTICLES, article.formatted(1));
        write(Topics.ARTICLES, article.formatted(2));
        ProducerRecord<byte[], byte[]> reissued = new ProducerRecord<>(
                Topics.ARTICLES.name("desk."), new byte[0], article.formatted(1).getBytes(StandardCharsets.UTF_8));
        reissued.headers().add(Topics.REISSUED.name(), new byte[0]);
        meters.written(reissued);
        write(Topics.ARTICLES, "{\"datePublished\":\"2026-11-30\",\"version\":1,\"pipeline\":{}}");

        assertThat(metrics.scrape())
                .contains("copydesk_publication_to_fetch_seconds_sum{service=\"test\"} 240.0")
                .contains("copydesk_publication_to_fetch_seconds_count{service=\"test\"} 1")
                .contains("copydesk_fetch_to_article_seconds_sum{service=\"test\"} 60.0")
                .contains("copydesk_fetch_to_article_seconds_bucket{service=\"test\",le=\"60.0\"} 1")
                .contains("copydesk_arrival_to_articles_seconds_sum{service=\"test\"} 6.0");
    }

    @Test
    void recordsOfOtherTopicsAndUnreadableValuesDoNoHarm() {
        meters.written(new ProducerRecord<>("copydesk-desk.ingest-x-changelog", new byte[0], new byte[] {1}));
        meters.written(new ProducerRecord<>("other.ledger", new byte[0], new byte[] {1}));
        write(Topics.LEDGER, "{");
        meters.written(new ProducerRecord<>("desk.dead-letters", new byte[0], null));

        assertThat(metrics.scrape())
                .contains("copydesk_inputs_total{outcome=\"none\",reason=\"none\",service=\"test\"} 1.0")
                .contains("copydesk_records_total{service=\"test\",topic=\"dead-letters\"} 1.0")
                .doesNotContain("copydesk_dead_letters_total", "changelog");
    }

    @Test
    void aProducerWithoutMetersPassesItsRecordsOn() {
        ProducerRecord<Object, Object> record = new ProducerRecord<>("desk.ledger", null, "{}".getBytes());
        Properties settings = new Properties();
        MeteredProducer.configure(settings, meters);
        Map<String, Object> configured = new HashMap<>();
        settings.forEach((key, value) -> configured.put((String) key, value));
        try (MeteredProducer counted = new MeteredProducer();
                MeteredProducer uncounted = new MeteredProducer()) {
            counted.configure(configured);
            uncounted.configure(Map.of());

            assertThat(counted.onSend(record)).isSameAs(record);
            assertThat(uncounted.onSend(record)).isSameAs(record);
        }
        assertThat(metrics.scrape()).contains("copydesk_records_total{service=\"test\",topic=\"ledger\"} 1.0");
    }

    private void write(Topic<?> topic, String json) {
        meters.written(new ProducerRecord<>(
                topic.name("desk."), null, NOW - 2_000L, new byte[0], json.getBytes(StandardCharsets.UTF_8)));
    }
}
