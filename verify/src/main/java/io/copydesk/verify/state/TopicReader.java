package io.copydesk.verify.state;

import io.copydesk.kit.failure.NotPermittedException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a topic from its beginning to where it ends now: committed records only, partition by partition in order. The end is
 * the high watermark, not the last stable offset: a transaction that is still open is waited for, never taken for the end.
 */
public final class TopicReader {

    private static final Duration POLL = Duration.ofMillis(200);
    /** A cluster whose brokers restart one after the other is waited for, and so is a transaction until it times out. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Duration NOTICE = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);

    private final Properties client;
    private final Map<String, Object> settings;

    /** A reader of the cluster that {@code client} names. */
    public TopicReader(Properties client) {
        this.client = client;
        settings = new HashMap<>();
        client.forEach((key, value) -> settings.put((String) key, value));
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.ENABLE_METRICS_PUSH_CONFIG, "false");
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 32 * 1024 * 1024);
        // At the end of a topic a fetch waits so long for more, and closing the consumer waits for the fetch.
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
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
            Map<TopicPartition, Long> ends = follow ? Map.of() : highWatermarks(partitions);
            long last = System.nanoTime();
            boolean noticed = false;
            while (follow || !reached(consumer, ends)) {
                boolean any = false;
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    any = true;
                    if (!handler.accept(record)) {
                        return;
                    }
                }
                last = any ? System.nanoTime() : last;
                long idle = System.nanoTime() - last;
                if (!follow && idle > PATIENCE.toNanos()) {
                    throw new IOException(waiting(consumer, ends) + " for " + PATIENCE.toSeconds()
                            + " s; is the cluster up, and the service that writes there running?");
                }
                if (!follow && idle > NOTICE.toNanos() && !noticed) {
                    LOG.warn("{}", waiting(consumer, ends));
                    noticed = true;
                }
            }
        } catch (AuthorizationException e) {
            throw NotPermittedException.named("READ", topic, e);
        } catch (TimeoutException e) {
            throw new IOException("the cluster does not answer for topic " + topic, e);
        }
    }

    private Map<TopicPartition, Long> highWatermarks(List<TopicPartition> partitions) throws IOException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        Properties patient = new Properties();
        patient.putAll(client);
        patient.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Long.toString(PATIENCE.toMillis()));
        try (Admin admin = Admin.create(patient)) {
            Map<TopicPartition, Long> ends = new HashMap<>();
            admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                    .all()
                    .get()
                    .forEach((partition, end) -> ends.put(partition, end.offset()));
            return ends;
        } catch (ExecutionException e) {
            throw new IOException("cannot list the ends of " + partitions, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while listing the ends of " + partitions);
        }
    }

    /** {@code waiting for open transactions: news.articles-1 at 55 of 73}. */
    private static String waiting(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .filter(end -> consumer.position(end.getKey()) < end.getValue())
                .map(end -> end.getKey() + " at " + consumer.position(end.getKey()) + " of " + end.getValue())
                .collect(Collectors.joining(", ", "waiting for open transactions: ", ""));
    }

    private static boolean reached(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue());
    }
}
