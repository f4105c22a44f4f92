package io.copydesk.standalone.replay;

import io.copydesk.ingest.page.Page;
import io.copydesk.ingest.page.Site;
import io.copydesk.ingest.page.WarcPages;
import io.copydesk.kit.deadletter.DeadLetters;
import io.copydesk.kit.failure.NotPermittedException;
import io.copydesk.kit.lineage.Lineage;
import io.copydesk.kit.topics.LosslessProducer;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.DeadLetter.Stage;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.LedgerEntry;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Puts pages into the topic {@code pages}, and inputs that hold no page into {@code dead-letters} and the ledger. An input
 * that is put twice does no harm. For one thread.
 */
public final class PageFeed implements AutoCloseable {

    /** How long the cluster may be away: a broker that is restarted must not end a feed. */
    private static final Duration OUTAGE = Duration.ofMinutes(5);

    private final KafkaProducer<byte[], byte[]> producer;
    private final String prefix;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /** A feed into the topics of {@code prefix} on the cluster that {@code client} names. */
    public PageFeed(Properties client, String prefix) {
        Properties settings = new Properties();
        settings.putAll(client);
        LosslessProducer.configure(settings);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, "20");
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, "262144");
        settings.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.toString(OUTAGE.toMillis()));
        settings.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Long.toString(OUTAGE.toMillis()));
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        this.prefix = prefix;
    }

    /** Puts a page; one that no topic can hold becomes a dead letter. */
    public void page(Page page) {
        byte[] record = WarcPages.encode(page);
        if (record.length > Topics.MAX_VALUE_BYTES) {
            refuse(page.inputId(), "too-large", "the record has " + record.length + " bytes", record, record.length);
            return;
        }
        send(Topics.PAGES, Site.of(page.url()), page.inputId(), record);
    }

    /** Puts what a source could not make a page of: a dead letter, and the ledger's line. */
    public void refuse(String inputId, String reason, String detail, byte[] bytes, long length) {
        DeadLetter letter = DeadLetters.ofInput(Stage.ARCHIVE, reason, detail, inputId, bytes, length);
        send(Topics.DEAD_LETTERS, letter.id(), inputId, Json.bytes(letter));
        send(Topics.LEDGER, inputId, inputId, Json.bytes(LedgerEntry.refused(inputId, reason)));
    }

    /**
     * Waits until the cluster has everything.
     *
     * @throws IllegalStateException when it refused something
     */
    public void flush() {
        producer.flush();
        requireSound();
    }

    @Override
    public void close() {
        producer.close();
    }

    private void send(Topic<?> topic, String key, String inputId, byte[] value) {
        requireSound();
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic.name(prefix), key.getBytes(StandardCharsets.UTF_8), value);
        Lineage.mark(record.headers(), inputId);
        producer.send(record, (metadata, problem) -> {
            if (problem != null) {
                failure.compareAndSet(null, problem);
            }
        });
    }

    private void requireSound() {
        if (failure.get() != null) {
            throw NotPermittedException.named(
                    "WRITE",
                    prefix + "*",
                    new IllegalStateException(
                            "the cluster did not take a record: "
                                    + failure.get().getMessage(),
                            failure.get()));
        }
    }
}
