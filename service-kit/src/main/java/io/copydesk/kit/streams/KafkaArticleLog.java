package io.copydesk.kit.streams;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/** A task's partition of {@code articles} on its cluster. Connects when a record is asked for first. For one thread. */
public final class KafkaArticleLog implements ArticleLog {

    /** Without an answer; what asked is then processed again. */
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private static final Duration POLL = Duration.ofMillis(100);

    /** One batch is fetched, whatever its size. */
    private static final int FETCH_BYTES = 16 * 1024;

    private final Map<String, Object> settings;
    private final TopicPartition partition;
    private @Nullable Consumer<byte[], byte[]> consumer;

    private KafkaArticleLog(Map<String, Object> settings, TopicPartition partition) {
        this.settings = settings;
        this.partition = partition;
    }

    /**
     * That of the task of {@code context}.
     *
     * @param topic name of {@code articles}
     */
    public static ArticleLog of(ProcessorContext<?, ?> context, String topic) {
        Map<String, Object> settings =
                new HashMap<>(new StreamsConfig(context.appConfigs()).getRestoreConsumerConfigs("articles"));
        // Each processor of a task has one, and two of a name in a process warn of each other.
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, context.applicationId() + "-texts-" + UUID.randomUUID());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        return new KafkaArticleLog(
                settings, new TopicPartition(topic, context.taskId().partition()));
    }

    @Override
    public byte @Nullable [] read(long offset) {
        Consumer<byte[], byte[]> reader = consumer();
        reader.seek(partition, offset);
        long asked = System.nanoTime();
        try {
            while (System.nanoTime() - asked < LIMIT.toNanos()) {
                for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
                    return record.offset() == offset ? record.value() : null;
                }
                if (reader.position(partition, LIMIT) > offset) {
                    return null;
                }
            }
        } catch (OffsetOutOfRangeException e) {
            return null;
        }
        throw new TimeoutException(
                "no answer for " + LIMIT.toMillis() + " ms at offset " + offset + " of " + partition);
    }

    private Consumer<byte[], byte[]> consumer() {
        if (consumer == null) {
            consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            consumer.assign(List.of(partition));
        }
        return consumer;
    }

    @Override
    public void close() {
        if (consumer != null) {
            consumer.close();
            consumer = null;
        }
    }
}
