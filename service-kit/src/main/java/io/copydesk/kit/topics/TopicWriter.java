package io.copydesk.kit.topics;

import io.copydesk.kit.failure.NotPermittedException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes single records that somebody asked for, and says whether the cluster has stored them. For one thread at a time. */
public final class TopicWriter implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Failure> failure = new AtomicReference<>();

    private record Failure(String topic, Exception problem) {}

    /** @param client settings of a producer */
    public TopicWriter(Properties client) {
        Properties settings = new Properties();
        settings.putAll(client);
        LosslessProducer.configure(settings);
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Writes a record, some time before {@link #flush} returns. */
    public void send(ProducerRecord<byte[], byte[]> record) {
        producer.send(record, (sent, problem) -> {
            if (problem != null) {
                failure.compareAndSet(null, new Failure(record.topic(), problem));
            }
        });
    }

    /**
     * Waits until the cluster has stored all records.
     *
     * @throws IllegalStateException when a record since the last call could not be produced
     */
    public void flush() {
        producer.flush();
        Failure failed = failure.getAndSet(null);
        if (failed != null) {
            Exception problem = failed.problem();
            throw NotPermittedException.named(
                    "WRITE",
                    failed.topic(),
                    new IllegalStateException(
                            "producing to " + failed.topic() + " failed: " + problem.getMessage(), problem));
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
