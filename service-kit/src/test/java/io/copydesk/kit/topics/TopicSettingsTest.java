package io.copydesk.kit.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.kit.config.ConfigLoader;
import io.copydesk.schemas.Compression;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicSettingsTest {

    @Test
    void theDefaultsAreThese() {
        assertThat(TopicSettings.defaults()).isEqualTo(new TopicSettings("news.", 4, Compression.GZIP));
    }

    @Test
    void everyKeyMaps() {
        assertThat(load(Map.of(
                        "topics.prefix", "backfill-7.", "topics.partitions", "12", "topics.compression", "none")))
                .isEqualTo(new TopicSettings("backfill-7.", 12, Compression.NONE));
    }

    @Test
    void aCodecThatKafkaHasNotIsRefused() {
        assertThatThrownBy(() -> load(Map.of("topics.compression", "brotli")))
                .hasMessageContaining("topics.compression")
                .hasMessageContaining("zstd");
    }

    @ParameterizedTest
    @CsvSource({"prefix, 'a b.'", "prefix, ''", "prefix, ../x", "partitions, 0"})
    void refusesWhatKafkaWouldRefuse(String key, String value) {
        assertThatThrownBy(() -> load(Map.of("topics." + key, value))).hasMessageContaining(key + " must ");
    }

    private static TopicSettings load(Map<String, String> values) {
        return new ConfigLoader()
                .section("topics", TopicSettings.defaults())
                .commandLine(values)
                .load()
                .get(TopicSettings.class);
    }
}
