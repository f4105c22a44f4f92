package io.copydesk.kit.metrics;

import static org.assertj.core.api.Assertions.assertThat;

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
