package io.copydesk.lab.load;

import io.copydesk.ingest.page.Page;
import io.copydesk.ingest.page.Site;
import io.copydesk.ingest.page.WarcPages;
import io.copydesk.kit.lineage.Lineage;
import io.copydesk.kit.topics.LosslessProducer;
import io.copydesk.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Puts pages into {@code pages} as a fetcher does, with a timestamp of the caller's. For one thread. */
final class LoadFeed implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    LoadFeed(Properties client, String prefix) {
        Properties settings = new Properties();
        settings.putAll(client);
        LosslessProducer.configure(settings);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, ThreadRole.FEED.label());
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, "5");
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, "262144");
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        topic = Topics.PAGES.name(prefix);
    }

    /**
     * Puts a page.
     *
     * @param timestamp of the record, in milliseconds since 1970
     * @return whether a topic can hold it
     * @throws IllegalStateException when the cluster did not take an earlier one
     */
    boolean put(Page page, long timestamp) {
        Exception failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("the cluster did not take a page", failed);
        }
        byte[] record = WarcPages.encode(page);
        if (record.length > Topics.MAX_VALUE_BYTES) {
            return false;
        }
        byte[] key = Site.of(page.url()).getBytes(StandardCharsets.UTF_8);
        ProducerRecord<byte[], byte[]> sent = new ProducerRecord<>(topic, null, timestamp, key, record);
        Lineage.mark(sent.headers(), page.inputId());
        producer.send(sent, (metadata, problem) -> {
            if (problem != null) {
                failure.compareAndSet(null, problem);
            }
        });
        return true;
    }

    void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
