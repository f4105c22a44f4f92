package io.copydesk.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.kit.config.ConfigException;
import io.copydesk.schemas.Topics;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DefaultProductionExceptionHandler;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamsPropertiesTest {

    @Test
    void setsWhatTheGuaranteesRestOn() {
        StreamsConfig config = config(Map.of());

        assertThat(config.getString("application.id")).isEqualTo("last-words-app");
        assertThat(config.getList("bootstrap.servers")).containsExactly("127.0.0.1:9092");
        assertThat(config.getString("processing.guarantee")).isEqualTo("exactly_once_v2");
        assertThat(config.getBoolean("enable.transactional.statestores")).isTrue();
        assertThat(config.getBoolean("ensure.explicit.internal.resource.naming"))
                .isTrue();
        assertThat(config.getInt("replication.factor")).isEqualTo(-1);
        assertThat(config.getBoolean("enable.metrics.push")).isFalse();
    }

    @Test
    void setsWhatTheSettingsSay() {
        StreamsConfig config = config(Map.of());

        assertThat(config.getInt("num.stream.threads")).isEqualTo(3);
        assertThat(config.getString("state.dir")).isEqualTo("folder");
        assertThat(config.getLong("commit.interval.ms")).isEqualTo(250);
        assertThat(config.getLong("statestore.cache.max.bytes")).isEqualTo(1 << 20);
    }

    @Test
    void createsTheHandlersThatAreAskedFor() {
        StreamsConfig config = config(Map.of());

        assertThat(config.processingExceptionHandler()).isInstanceOf(LogAndContinueProcessingExceptionHandler.class);
        assertThat(config.getBoolean("processing.exception.handler.global.enabled"))
                .isTrue();
        assertThat(config.deserializationExceptionHandler()).isInstanceOf(LogAndContinueExceptionHandler.class);
        assertThat(config.productionExceptionHandler()).isInstanceOf(DefaultProductionExceptionHandler.class);
        assertThat(config.originals()).containsEntry("copydesk.dead-letters.topic", "news.dead-letters");
    }

    @Test
    void producersAndInternalTopicsTakeRecordsAsLargeAsTheCatalogueDoes() {
        StreamsConfig config = config(Map.of());

        assertThat(config.getProducerConfigs("client"))
                .containsEntry(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_RECORD_BYTES)
                .containsEntry(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        assertThat(config.originalsWithPrefix("topic.")).containsEntry("max.message.bytes", Topics.MAX_RECORD_BYTES);
        assertThat(config.originalsWithPrefix("topic."))
                .containsEntry("compression.type", "zstd")
                .containsEntry("compression.zstd.level", 3)
                .containsEntry("segment.bytes", 64 * 1024 * 1024);
        assertThat(Topics.all()).allMatch(topic -> topic.maxBytes() == Topics.MAX_RECORD_BYTES);
    }

    @Test
    void eachThreadOfAnInstanceIsAStaticMemberUnderItsName() {
        assertThat(config(Map.of()).getMainConsumerConfigs("group", "client", 2))
                .containsEntry(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, "one-2");
        assertThat(config(Map.of("group.instance.id", "local")).getMainConsumerConfigs("group", "client", 1))
                .containsEntry(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, "local-1");
    }

    @Test
    void letsClientSettingsThroughToTheClients() {
        StreamsConfig config = config(Map.of(
                "security.protocol", "SSL",
                "consumer.max.poll.records", "7",
                "producer.compression.type", "zstd",
                "replication.factor", "3"));

        assertThat(config.getMainConsumerConfigs("group", "client", 1))
                .containsEntry("security.protocol", "SSL")
                .containsEntry(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "7");
        assertThat(config.getProducerConfigs("client"))
                .containsEntry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd")
                .containsEntry(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 30_000);
        assertThat(config.getInt("replication.factor")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application.id",
                "processing.guarantee",
                "enable.transactional.statestores",
                "state.dir",
                "num.stream.threads",
                "commit.interval.ms",
                "processing.exception.handler",
                "rocksdb.config.setter"
            })
    void refusesClientSettingsThatWouldUndoIt(String key) {
        assertThatThrownBy(() -> config(Map.of(key, "x")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(key);
    }

    private static StreamsConfig config(Map<String, String> clients) {
        Map<String, String> all = new TreeMap<>(clients);
        all.put("bootstrap.servers", "127.0.0.1:9092");
        Properties properties = StreamsProperties.of(Applications.of(new KafkaSettings(all), Path.of("folder")), "one");
        return new StreamsConfig(properties);
    }
}
