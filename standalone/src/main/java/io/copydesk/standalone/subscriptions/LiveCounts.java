package io.copydesk.standalone.subscriptions;

import io.copydesk.schemas.Cause;
import io.copydesk.schemas.EventHeaders;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import io.copydesk.standalone.pipeline.Cluster;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What has come since it was opened, counted in committed records and refreshed every few seconds. An offset is no count: it also
 * counts marks of transactions and records that were written again. For one thread.
 */
public final class LiveCounts implements AutoCloseable {

    private static final List<Topic<?>> COUNTED = List.of(Topics.LEDGER, Topics.ARTICLES, Topics.DEAD_LETTERS);
    private static final long STALE = Duration.ofSeconds(5).toNanos();
    private static final Duration POLL = Duration.ofMillis(50);
    /** A refresh ends after so many polls, so that a flood of records does not hold its caller up. */
    private static final int MOST_POLLS = 40;

    private final Consumer<byte[], byte[]> consumer;
    private final String prefix;
    private String line = "";
    private long refreshed;
    private long inputs;
    private long articles;
    private long versions;
    private long deadLetters;

    /** Counts what comes to the topics of {@code prefix} from now on. */
    public LiveCounts(Cluster cluster, String prefix) {
        this(new KafkaConsumer<>(settings(cluster)), prefix);
    }

    LiveCounts(Consumer<byte[], byte[]> consumer, String prefix) {
        this.consumer = consumer;
        this.prefix = prefix;
        assign();
    }

    private static Properties settings(Cluster cluster) {
        Properties settings = new Properties();
        settings.putAll(cluster.clients());
        settings.put("key.deserializer", ByteArrayDeserializer.class.getName());
        settings.put("value.deserializer", ByteArrayDeserializer.class.getName());
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", "false");
        settings.put("max.poll.records", "5000");
        settings.put("default.api.timeout.ms", "8000");
        return settings;
    }

    /** The counts as one line, at most five seconds old; a sentence when the cluster does not answer. */
    public String line() {
        if (refreshed == 0 || System.nanoTime() - refreshed > STALE) {
            try {
                line = assign() ? count() : "the cluster does not answer";
            } catch (KafkaException e) {
                line = "the cluster does not answer";
            }
            refreshed = System.nanoTime();
        }
        return line;
    }

    /** Stands at the ends of the topics once these can be had. */
    private boolean assign() {
        if (consumer.assignment().isEmpty()) {
            try {
                List<TopicPartition> partitions = COUNTED.stream()
                        .flatMap(topic -> consumer.partitionsFor(topic.name(prefix)).stream())
                        .map(part -> new TopicPartition(part.topic(), part.partition()))
                        .toList();
                consumer.assign(partitions);
                consumer.seekToEnd(partitions);
                partitions.forEach(consumer::position);
            } catch (KafkaException e) {
                consumer.unsubscribe();
            }
        }
        return !consumer.assignment().isEmpty();
    }

    private String count() {
        int polls = 0;
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        while (!records.isEmpty() && polls < MOST_POLLS) {
            records.forEach(this::count);
            records = consumer.poll(POLL);
            polls++;
        }
        records.forEach(this::count);
        return "since the start: inputs " + inputs + ", new articles " + articles + ", further versions " + versions
                + ", dead letters " + deadLetters;
    }

    private void count(ConsumerRecord<byte[], byte[]> record) {
        String topic = record.topic();
        if (topic.equals(Topics.LEDGER.name(prefix))) {
            inputs++;
        } else if (topic.equals(Topics.DEAD_LETTERS.name(prefix))) {
            deadLetters++;
        } else if (hasCause(record, Cause.NEW)) {
            articles++;
        } else if (hasCause(record, Cause.REVISED)) {
            versions++;
        }
    }

    private static boolean hasCause(ConsumerRecord<byte[], byte[]> record, Cause cause) {
        Header header = record.headers().lastHeader(EventHeaders.CAUSE.name());
        return header != null && new String(header.value(), StandardCharsets.UTF_8).equals(Json.label(cause));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
