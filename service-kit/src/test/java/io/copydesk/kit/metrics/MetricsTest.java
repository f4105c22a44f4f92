package io.copydesk.kit.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Tag;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.junit.jupiter.api.Test;

class MetricsTest {

    @Test
    void showsTheJvmAndTheServicesOwnMeters() {
        try (Metrics metrics = new Metrics("test-service")) {
            metrics.registry().counter("pages", "outcome", "kept").increment(3);

            assertThat(metrics.scrape())
                    .contains("pages_total{outcome=\"kept\",service=\"test-service\"} 3.0")
                    .contains("jvm_memory_used_bytes{")
                    .contains("jvm_threads_live_threads{")
                    .contains("process_uptime_seconds{");
        }
    }

    @Test
    void leavesOutKafkasSecondNameOfATopicWithADot() {
        try (Metrics metrics = new Metrics("test-service")) {
            metrics.ofPipeline("my_news.eu.");
            for (String topic : List.of(
                    "my_news.eu.articles", "my_news_eu_articles", "copydesk-my_news.eu.enrich-latest-changelog")) {
                metrics.registry()
                        .gauge("kafka.consumer.fetch.manager.records.lag", List.of(Tag.of("topic", topic)), 1);
                metrics.registry().gauge("others", List.of(Tag.of("topic", topic)), 1);
            }

            assertThat(metrics.scrape())
                    .contains(
                            "kafka_consumer_fetch_manager_records_lag{service=\"test-service\",topic=\"my_news.eu.articles\"}")
                    .contains("topic=\"copydesk-my_news.eu.enrich-latest-changelog\"}")
                    .doesNotContain("records_lag{service=\"test-service\",topic=\"my_news_eu_articles\"}")
                    .contains("others{service=\"test-service\",topic=\"my_news_eu_articles\"}");
        }
    }

    @Test
    void showsWhatIsLeftOfRestoresWhileItIsBound() throws Exception {
        try (Metrics metrics = new Metrics("test-service")) {
            AutoCloseable binding = metrics.bindRestore("app", () -> 2, () -> 73);
            assertThat(metrics.scrape())
                    .contains("copydesk_restore_remaining_partitions{application=\"app\",service=\"test-service\"} 2.0")
                    .contains("copydesk_restore_remaining_records{application=\"app\",service=\"test-service\"} 73.0");
            binding.close();
            assertThat(metrics.scrape()).doesNotContain("copydesk_restore");
        }
    }

    @Test
    void showsAStreamsClientWhileItIsBound() throws Exception {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("words", Consumed.with(Serdes.String(), Serdes.String())).foreach((key, word) -> {});
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "app");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:9092");
        try (Metrics metrics = new Metrics("test-service");
                KafkaStreams streams = new KafkaStreams(builder.build(), properties)) {
            AutoCloseable binding = metrics.bind(streams);
            assertThat(metrics.scrape()).contains("kafka_stream");
            binding.close();
            assertThat(metrics.scrape()).doesNotContain("kafka_stream");
        }
    }
}
