package io.copydesk.verify.check;

import io.copydesk.schemas.Topic;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What a subscriber that reads committed records gets while services and brokers come and go: a line for each record, with
 * topic (without its prefix), partition, offset, digests of key and value, and a full stop, separated by tabs. A line without the full
 * stop was interrupted and does not count.
 */
public final class SubscriberLog {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ANSWER = Duration.ofSeconds(2);

    private SubscriberLog() {}

    /** The line of a record, without its end. */
    static String line(String prefix, ConsumerRecord<byte[], byte[]> record) {
        return record.topic().substring(prefix.length()) + "\t" + record.partition() + "\t" + record.offset() + "\t"
                + Digest.of(record.key()) + "\t" + Digest.of(record.value()) + "\t.";
    }

    /**
     * Follows the topics until {@code stop}, and goes on where {@code file} ends when it exists. Topics that do not exist yet are
     * waited for, a broker that does not answer too.
     */
    public static void record(Properties client, String prefix, Path file, BooleanSupplier stop) throws IOException {
        Map<String, Object> settings = new HashMap<>();
        client.forEach((key, value) -> settings.put((String) key, value));
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        Map<TopicPartition, Long> positions = SeenRecords.ends(file, prefix);
        try (KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                BufferedWriter out =
                        Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            out.newLine();
            if (assign(consumer, prefix, positions, stop)) {
                while (!stop.getAsBoolean()) {
                    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                        out.write(line(prefix, record));
                        out.write('\n');
                    }
                    out.flush();
                }
            }
        }
    }

    private static boolean assign(
            KafkaConsumer<byte[], byte[]> consumer,
            String prefix,
            Map<TopicPartition, Long> positions,
            BooleanSupplier stop) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (Topic<?> topic : Verification.inOrderOfReading()) {
            List<PartitionInfo> found = partitions(consumer, topic.name(prefix));
            while (found.isEmpty()) {
                if (stop.getAsBoolean()) {
                    return false;
                }
                found = partitions(consumer, topic.name(prefix));
            }
            found.forEach(partition -> partitions.add(new TopicPartition(partition.topic(), partition.partition())));
        }
        consumer.assign(partitions);
        for (TopicPartition partition : partitions) {
            consumer.seek(partition, positions.getOrDefault(partition, 0L));
        }
        return true;
    }

    /** Empty while the topic does not exist or no broker answers. */
    private static List<PartitionInfo> partitions(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        try {
            List<PartitionInfo> found = consumer.partitionsFor(topic, ANSWER);
            return found == null ? List.of() : found;
        } catch (TimeoutException noAnswer) {
            return List.of();
        }
    }
}
