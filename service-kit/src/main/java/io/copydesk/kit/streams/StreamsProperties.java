package io.copydesk.kit.streams;

import io.copydesk.kit.config.ConfigException;
import io.copydesk.schemas.Topics;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The properties of a Streams client, in three layers: our preferences, the user's client settings over
 * them, and what is not open to
 * change on top.
 */
final class StreamsProperties {
    /** Kafka deprecates the constant and still asks for the setting: it becomes the only way in 5.0. */
    private static final String HANDLE_GLOBAL_PROCESSING = "processing.exception.handler.global.enabled";

    /** Most bytes of one partition that a producer sends together, but for a single record that has more. */
    private static final int BATCH_BYTES = 128 * 1024;

    /** Bytes of an internal topic's partition that are neither compacted nor deleted. */
    private static final int SEGMENT_BYTES = 64 * 1024 * 1024;

    private StreamsProperties() {}

    /**
     * The properties for an application.
     *
     * @param instance the name of this instance in the group, the same after a restart
     * @throws ConfigException when the client settings name something that is not theirs to set
     */
    static Properties of(StreamsApplication application, String instance) {
        Map<String, Object> fixed = fixed(application);
        refuseOverrides(application.kafka().clients().keySet(), fixed.keySet());
        Map<String, Object> all = new TreeMap<>(preferred(instance));
        all.putAll(application.kafka().clients());
        all.putAll(fixed);
        all.putAll(application.properties());
        Properties properties = new Properties();
        properties.putAll(all);
        return properties;
    }

    private static Map<String, Object> preferred(String instance) {
        Map<String, Object> preferred = new TreeMap<>();
        preferred.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instance);
        // Minus one is the broker's default: internal topics are as safe as the cluster's owner wants topics to be.
        preferred.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, -1);
        preferred.put(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        // No operator of ours depends on the order between topics, so no task waits for another topic.
        preferred.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
        // The default of 10 s under exactly-once aborts the work of a task whenever a busy machine pauses for longer.
        preferred.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 30_000);
        // The default of 16 KiB is two or three articles: each batch is one more to send, to check, to compress and to
        // append.
        preferred.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        // The defaults of 1 MiB are less than an article with all that was taken out of it may have. Consumers need no
        // setting: a first
        // record is returned whatever its size (KIP-74).
        preferred.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), Topics.MAX_RECORD_BYTES);
        preferred.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), Topics.MAX_RECORD_BYTES);
        // Nobody else reads internal topics, and changelogs hold texts. The next level saves nothing.
        preferred.put(StreamsConfig.topicPrefix(TopicConfig.COMPRESSION_TYPE_CONFIG), "zstd");
        preferred.put(StreamsConfig.topicPrefix(TopicConfig.COMPRESSION_ZSTD_LEVEL_CONFIG), 3);
        // What is written to is not compacted, up to 1 GiB of each partition by default.
        preferred.put(StreamsConfig.topicPrefix(TopicConfig.SEGMENT_BYTES_CONFIG), SEGMENT_BYTES);
        return preferred;
    }

    private static Map<String, Object> fixed(StreamsApplication application) {
        StreamsSettings settings = application.streams();
        Map<String, Object> fixed = new TreeMap<>();
        fixed.put(StreamsConfig.APPLICATION_ID_CONFIG, application.applicationId());
        fixed.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        fixed.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        fixed.put(StreamsConfig.TRANSACTIONAL_STATE_STORES_CONFIG, true);
        fixed.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDir().toString());
        fixed.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        fixed.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis());
        fixed.put(
                StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
                settings.recordCache().bytes());
        fixed.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, application.processingHandler());
        fixed.put(HANDLE_GLOBAL_PROCESSING, true);
        fixed.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, application.deserializationHandler());
        fixed.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, application.productionHandler());
        fixed.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksMemory.class);
        fixed.put(BoundedRocksMemory.LIMIT_CONFIG, settings.storeMemory().bytes());
        return fixed;
    }

    private static void refuseOverrides(Set<String> given, Set<String> fixed) {
        Set<String> refused = new TreeSet<>(given);
        refused.retainAll(fixed);
        if (!refused.isEmpty()) {
            throw new ConfigException(
                    "not open to client settings, as the service sets it itself: " + String.join(", ", refused));
        }
    }
}
