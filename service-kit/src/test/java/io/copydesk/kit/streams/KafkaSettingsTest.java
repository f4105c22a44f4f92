package io.copydesk.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.kit.config.ConfigLoader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaSettingsTest {

    @TempDir
    Path folder;

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
    void aPlainClientGetsItsOwnSettingsBeforeTheCommonOnesAndNoneOfOthers() {
        KafkaSettings kafka = load(Map.of(
                "kafka.client.rack", "common",
                "kafka.consumer.client.rack", "reader",
                "kafka.producer.linger.ms", "7",
                "kafka.topic.retention.ms", "1"));

        assertThat(kafka.consumer())
                .containsEntry("client.rack", "reader")
                .containsEntry("bootstrap.servers", "127.0.0.1:9092")
                .doesNotContainKeys("linger.ms", "producer.linger.ms", "topic.retention.ms");
        assertThat(kafka.producer()).containsEntry("client.rack", "common").containsEntry("linger.ms", "7");
        assertThat(kafka.admin()).containsEntry("client.rack", "common").doesNotContainKey("linger.ms");
    }

    @Test
    void anInstanceKeepsItsNameInItsFolder() {
        KafkaSettings kafka = KafkaSettings.defaults();
        String name = kafka.asInstanceIn(folder).clients().get("group.instance.id");

        assertThat(name)
                .isNotBlank()
                .isEqualTo(kafka.asInstanceIn(folder).clients().get("group.instance.id"));
        assertThat(load(Map.of("kafka.group.instance.id", "mine"))
                        .asInstanceIn(folder)
                        .clients())
                .containsEntry("group.instance.id", "mine");
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
