package io.copydesk.console.change;

import io.copydesk.console.change.Changes.Place;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.TopicRecord;
import io.copydesk.schemas.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads single dead letters, whole, from their topic. For one thread. */
final class LetterReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String topic;
    private final KafkaConsumer<byte[], byte[]> consumer;

    LetterReader(KafkaSettings kafka, String prefix) {
        topic = Topics.DEAD_LETTERS.name(prefix);
        Properties settings = kafka.consumer();
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "1");
        settings.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** The letter; empty when it is not there any more. */
    Optional<DeadLetter> read(Place place) throws IOException {
        TopicPartition partition = new TopicPartition(topic, place.partition());
        consumer.assign(List.of(partition));
        consumer.seek(partition, place.offset());
        long begun = System.nanoTime();
        try {
            while (System.nanoTime() - begun < PATIENCE.toNanos()) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    return record.offset() == place.offset() ? letter(place, record) : Optional.empty();
                }
                if (consumer.position(partition) > place.offset()) {
                    return Optional.empty();
                }
            }
        } catch (OffsetOutOfRangeException e) {
            return Optional.empty();
        }
        throw new IOException("the cluster does not answer for topic " + topic);
    }

    private static Optional<DeadLetter> letter(Place place, ConsumerRecord<byte[], byte[]> record) {
        return TopicRecord.read(Topics.DEAD_LETTERS, record)
                .fold(
                        (key, value) -> key.equals(place.id()) ? Optional.of(value) : Optional.empty(),
                        key -> Optional.empty(),
                        unreadable -> Optional.empty());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
