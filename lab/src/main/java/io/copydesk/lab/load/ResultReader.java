package io.copydesk.lab.load;

import io.copydesk.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads {@code enriched-articles} and {@code stories} as a consumer does, committed records only, and notes when each was there. */
final class ResultReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int FETCH_WAIT_MILLIS = 100;

    private final Latencies toEnriched = new Latencies();
    private final Latencies toStory = new Latencies();
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread;
    private final String stories;
    private volatile @Nullable RuntimeException failure;

    /** Reads from the present ends of the topics of {@code prefix} on. */
    ResultReader(Properties client, String prefix, int partitions) {
        Properties settings = new Properties();
        settings.putAll(client);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, ThreadRole.OBSERVER.label());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS);
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        stories = Topics.STORIES.name(prefix);
        List<TopicPartition> read = Stream.of(stories, Topics.ENRICHED_ARTICLES.name(prefix))
                .flatMap(topic ->
                        IntStream.range(0, partitions).mapToObj(partition -> new TopicPartition(topic, partition)))
                .toList();
        consumer.assign(read);
        consumer.seekToEnd(read);
        read.forEach(consumer::position);
        thread = new Thread(this::read, "load-" + ThreadRole.OBSERVER.label());
        thread.start();
    }

    Latencies toEnriched() {
        return toEnriched;
    }

    Latencies toStory() {
        return toStory;
    }

    private void read() {
        try {
            while (true) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    Latencies latencies = record.topic().equals(stories) ? toStory : toEnriched;
                    latencies.seen(record.timestamp(), System.currentTimeMillis());
                }
            }
        } catch (WakeupException e) {
            // closed
        } catch (RuntimeException e) {
            failure = e;
        } finally {
            consumer.close();
        }
    }

    /**
     * Ends the reading.
     *
     * @throws IllegalStateException when it had failed before
     */
    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        RuntimeException failed = failure;
        if (failed != null) {
            throw new IllegalStateException("the results could not be read", failed);
        }
    }
}
