package io.copydesk.standalone.state;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic from its beginning to where it ends now: committed records only, partition by partition in order. */
public final class TopicReader {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<String, Object> settings;

    /** A reader of the cluster that {@code client} names. */
    public TopicReader(Properties client) {
        settings = new java.util.HashMap<>();
        client.forEach((key, value) -> settings.put((String) key, value));
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.ENABLE_METRICS_PUSH_CONFIG, "false");
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 32 * 1024 * 1024);
    }

    /** What is done with each record. */
    public interface RecordHandler {
        /** Takes one record; returns whether to go on. */
        boolean accept(ConsumerRecord<byte[], byte[]> record) throws IOException;
    }

    /**
     * Hands every record of {@code topic} up to its present end to {@code handler}.
     *
     * @param follow go on with what comes after that, until the handler returns false or the thread is interrupted
     * @throws IOException when the handler does, or the cluster stops answering
     */
    public void read(String topic, boolean follow, RecordHandler handler) throws IOException {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<PartitionInfo> found = consumer.partitionsFor(topic, PATIENCE);
            if (found == null || found.isEmpty()) {
                throw new IOException("there is no topic " + topic + " here yet; replay something into it first");
            }
            List<TopicPartition> partitions = found.stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
            long heard = System.nanoTime();
            while (follow || !reached(consumer, ends)) {
                boolean any = false;
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    any = true;
                    if (!handler.accept(record)) {
                        return;
                    }
                }
                heard = any ? System.nanoTime() : heard;
                if (!follow && System.nanoTime() - heard > PATIENCE.toNanos()) {
                    throw new IOException("no record of " + topic + " for " + PATIENCE.toSeconds()
                            + " s although its end is not reached; is the cluster up?");
                }
            }
        } catch (TimeoutException e) {
            throw new IOException("the cluster does not answer for topic " + topic, e);
        }
    }

    private static boolean reached(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue());
    }
}
