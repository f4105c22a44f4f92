package io.copydesk.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.kit.config.ConfigLoader;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaSettingsTest {

    @Test
    void theDefaultsAreThese() {
        assertThat(KafkaSettings.defaults().clients()).isEqualTo(Map.of("bootstrap.servers", "127.0.0.1:9092"));
    }

    @Test
    void everyKeyMaps() {
        KafkaSettings loaded = load(Map.of("kafka.bootstrap.servers", "a.example:1", "kafka.consumer.rack", "r"));

        assertThat(loaded.bootstrapServers()).isEqualTo("a.example:1");
        assertThat(loaded.clients()).isEqualTo(Map.of("bootstrap.servers", "a.example:1", "consumer.rack", "r"));
    }

    @Test
    void refusesToBeWithoutABroker() {
        assertThatThrownBy(() -> load(Map.of("kafka.bootstrap.servers", " "))).hasMessageContaining("at least one");
    }

    private static KafkaSettings load(Map<String, String> values) {
        return new ConfigLoader()
                .section("kafka", KafkaSettings.defaults())
                .commandLine(values)
                .load()
                .get(KafkaSettings.class);
    }
}
