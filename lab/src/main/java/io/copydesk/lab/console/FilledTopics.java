package io.copydesk.lab.console;

import io.copydesk.broker.EmbeddedBroker;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.kit.topics.LosslessProducer;
import io.copydesk.kit.topics.TopicSettings;
import io.copydesk.kit.topics.TopicsOnCluster;
import io.copydesk.schemas.Compression;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A broker of its own with all topics, and a producer of records. For one thread. */
final class FilledTopics implements AutoCloseable {

    static final String PREFIX = "news.";
    static final int PARTITIONS = 4;

    private final EmbeddedBroker broker;
    private final KafkaSettings kafka;
    private final KafkaProducer<byte[], byte[]> producer;

    FilledTopics(Path folder) {
        broker = EmbeddedBroker.start(folder);
        kafka = KafkaSettings.of(broker.bootstrapServers());
        TopicsOnCluster.ensure(kafka, new TopicSettings(PREFIX, PARTITIONS, Compression.GZIP));
        Properties settings = kafka.producer();
        LosslessProducer.configure(settings);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, "5");
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    KafkaSettings kafka() {
        return kafka;
    }

    void send(Topic<?> topic, String key, @Nullable Object value, Map<String, String> headers) {
        byte[] bytes = value == null ? null : value instanceof byte[] raw ? raw : Json.bytes(value);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic.name(PREFIX), utf8(key), bytes);
        headers.forEach((name, text) -> record.headers().add(name, utf8(text)));
        producer.send(record);
    }

    void send(Topic<?> topic, String key, @Nullable Object value) {
        send(topic, key, value, Map.of());
    }

    /** Waits until all is stored. */
    void flush() {
        producer.flush();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
        broker.close();
    }
}
