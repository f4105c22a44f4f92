package io.copydesk.schemas;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One topic of the catalogue.
 *
 * @param name name without the prefix
 * @param key what the key is
 * @param value the record in it; {@code null} for {@code pages}, whose values are WARC records
 * @param identity what distinguishes two values of one key in the final state; see {@link Identity}
 * @param cleanup what happens to old values
 * @param kept how long every value is kept before the cleanup applies; {@code null}: it applies at once
 * @param compression Kafka's {@code compression.type}
 * @param maxBytes Kafka's {@code max.message.bytes}
 * @param audience who reads it
 * @param description one sentence for consumers
 */
public record Topic<V>(
        String name,
        String key,
        @Nullable Class<V> value,
        Identity identity,
        Cleanup cleanup,
        @Nullable Duration kept,
        String compression,
        int maxBytes,
        Audience audience,
        String description) {

    /** How long a tombstone stays: as long as a cluster keeps the offsets of a group that is away, unless it is told otherwise. */
    private static final Duration TOMBSTONE_KEPT = Duration.ofDays(7);

    /** What happens to values that were kept long enough. */
    public enum Cleanup {
        /** They are deleted. */
        DELETE("delete"),
        /** The last value of each key is kept permanently. */
        COMPACT("compact"),
        /** Only the last value of each key counts, and it is deleted in the end. */
        COMPACT_AND_DELETE("compact,delete");

        private final String policy;

        Cleanup(String policy) {
            this.policy = policy;
        }
    }

    /** Who a topic is for. */
    public enum Audience {
        /** Consumers; part of the AsyncAPI document, see {@link Topics#forConsumers} and {@link Topics#published}. */
        PUBLIC,
        /** Those who operate the pipeline. */
        OPERATIONS
    }

    /** What counts as the same thing when a later value replaces an earlier one. */
    public enum Identity {
        /** The record's key. */
        KEY,
        /** The record's key and the value's {@code previousVersion} and {@code version}. */
        KEY_AND_VERSIONS
    }

    /** The topic's full name, for example {@code news.articles}. */
    public String name(String prefix) {
        return prefix + name;
    }

    /**
     * The class that its values are the JSON of.
     *
     * @throws IllegalStateException when its values are no JSON
     */
    public Class<V> json() {
        if (value == null) {
            throw new IllegalStateException("the values of " + name + " are no JSON");
        }
        return value;
    }

    /** Whether a record without a value ends its key; elsewhere it means nothing. */
    public boolean hasTombstones() {
        return cleanup != Cleanup.DELETE;
    }

    /** The settings to create the topic with when public ones are compressed by {@code codec}. */
    public Map<String, String> settings(Compression codec) {
        Map<String, String> settings = settings();
        if (audience == Audience.PUBLIC) {
            settings.put("compression.type", codec.type());
            if (codec != Compression.GZIP) {
                settings.remove("compression.gzip.level");
            }
        }
        return settings;
    }

    /** The settings to create the topic with. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("cleanup.policy", cleanup.policy);
        String age = kept == null ? "-1" : Long.toString(kept.toMillis());
        settings.put("retention.ms", cleanup == Cleanup.COMPACT ? "-1" : age);
        if (cleanup == Cleanup.COMPACT && kept != null) {
            settings.put("min.compaction.lag.ms", age);
        }
        if (hasTombstones()) {
            settings.put("delete.retention.ms", Long.toString(TOMBSTONE_KEPT.toMillis()));
        }
        settings.put("compression.type", compression);
        if (compression.equals("gzip")) {
            // The broker compresses what services send as it is: the default level takes three times as long for a
            // tenth less.
            settings.put("compression.gzip.level", "1");
        }
        settings.put("max.message.bytes", Integer.toString(maxBytes));
        return settings;
    }
}
