package io.copydesk.schemas;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record of a topic as a plain consumer reads it: a key with a value, a tombstone, or the reason why it is neither.
 * Anyone may have written to a topic, so a consumer handles each of the three and goes on.
 *
 * @param <V> the record type of the topic
 */
public sealed interface TopicRecord<V> {

    /** One case for each kind. */
    <T extends @Nullable Object> T fold(
            BiFunction<String, V, T> value, Function<String, T> tombstone, Function<Unreadable<V>, T> unreadable);

    /** A key and its value. Required fields are present, those of nested records included. */
    record Value<V>(String key, V value) implements TopicRecord<V> {
        @Override
        public <T extends @Nullable Object> T fold(
                BiFunction<String, V, T> value, Function<String, T> tombstone, Function<Unreadable<V>, T> unreadable) {
            return value.apply(key, this.value);
        }
    }

    /** The end of a key, in a compacted topic. */
    record Tombstone<V>(String key) implements TopicRecord<V> {
        @Override
        public <T extends @Nullable Object> T fold(
                BiFunction<String, V, T> value, Function<String, T> tombstone, Function<Unreadable<V>, T> unreadable) {
            return tombstone.apply(key);
        }
    }

    /**
     * Neither.
     *
     * @param position topic, partition and offset: {@code news.links-2@17}
     * @param detail one sentence for people
     */
    record Unreadable<V>(String position, String detail) implements TopicRecord<V> {
        @Override
        public <T extends @Nullable Object> T fold(
                BiFunction<String, V, T> value, Function<String, T> tombstone, Function<Unreadable<V>, T> unreadable) {
            return unreadable.apply(this);
        }

        /** What and why, for a log. */
        public String message() {
            return "unreadable record in " + position + ": " + detail;
        }
    }

    /**
     * Reads a record of {@code topic}. Never throws.
     *
     * @param topic one whose values are JSON
     */
    static <V> TopicRecord<V> read(Topic<V> topic, ConsumerRecord<byte[], byte[]> record) {
        String position = record.topic() + "-" + record.partition() + "@" + record.offset();
        if (record.key() == null) {
            return new Unreadable<>(position, "it has no key");
        }
        String key = new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            return topic.hasTombstones() ? new Tombstone<>(key) : new Unreadable<>(position, "it has no value");
        }
        try {
            return new Value<>(key, Json.readStrictly(record.value(), topic.json()));
        } catch (IOException e) {
            return new Unreadable<>(position, Json.firstLine(e));
        }
    }
}
