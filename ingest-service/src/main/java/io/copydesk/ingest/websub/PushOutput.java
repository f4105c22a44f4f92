package io.copydesk.ingest.websub;

import io.copydesk.ingest.page.Site;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.kit.topics.LosslessProducer;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what hubs sent to {@code fetch-outcomes}, to the task of the feed's site. Thread-safe. */
final class PushOutput implements PushListener.Output, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PushOutput.class);

    /** How long a hub waits for the answer. */
    private static final Duration LIMIT = Duration.ofSeconds(8);

    private static final Duration CLOSE = Duration.ofSeconds(3);

    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;

    PushOutput(String prefix, KafkaSettings kafka) {
        this.topic = Topics.FETCH_OUTCOMES.name(prefix);
        Properties settings = kafka.producer();
        settings.keySet()
                .removeIf(key -> ConsumerConfig.configNames().contains(key)
                        && !ProducerConfig.configNames().contains(key));
        LosslessProducer.configure(settings);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.toString(LIMIT.toMillis()));
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    KafkaProducer<byte[], byte[]> producer() {
        return producer;
    }

    @Override
    public boolean store(FetchOutcome message) {
        byte[] key = Site.of(message.url()).getBytes(StandardCharsets.UTF_8);
        try {
            producer.send(new ProducerRecord<>(topic, key, Json.bytes(message)))
                    .get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.warn("what a hub sent for {} was not stored; it is to send it again", message.url(), e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        producer.close(CLOSE);
    }
}
