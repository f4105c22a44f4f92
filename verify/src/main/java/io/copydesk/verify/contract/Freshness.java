package io.copydesk.verify.contract;

import io.copydesk.schemas.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Delays of records from the arrival of their input, which is the record's timestamp, to a subscriber that waits for them. For one thread. */
public final class Freshness {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final double PERCENTILE = 0.99;

    private final LongSupplier clock;
    private final List<Long> delays = new ArrayList<>();

    /** @param clock epoch milliseconds */
    public Freshness(LongSupplier clock) {
        this.clock = clock;
    }

    /**
     * Takes what comes to a topic from now on.
     *
     * @param started is called when the subscriber waits
     * @param goOn whether to wait for more
     */
    public void follow(Properties client, String topic, Runnable started, BooleanSupplier goOn) {
        Map<String, Object> settings = new HashMap<>();
        client.forEach((key, value) -> settings.put((String) key, value));
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(found -> new TopicPartition(topic, found.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            started.run();
            while (goOn.getAsBoolean()) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    delays.add(Math.max(0, clock.getAsLong() - record.timestamp()));
                }
            }
        }
    }

    /** How many records came. */
    public int count() {
        return delays.size();
    }

    /** The delay within which 99 of 100 records came, zero without any. */
    public Duration p99() {
        if (delays.isEmpty()) {
            return Duration.ZERO;
        }
        List<Long> sorted = new ArrayList<>(delays);
        Collections.sort(sorted);
        return Duration.ofMillis(sorted.get((int) Math.ceil(PERCENTILE * sorted.size()) - 1));
    }

    /** Adds to {@code broken} when that is more than is promised. */
    public void end(BrokenPromises broken) {
        if (p99().compareTo(Promise.FRESH) > 0) {
            broken.add(
                    Promise.FRESHNESS,
                    "99 of 100 records came within " + p99().toMillis() / 1000.0
                            + " s of the arrival of their input, not " + Promise.FRESH.toSeconds() + " s");
        }
    }
}
