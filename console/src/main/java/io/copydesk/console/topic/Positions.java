package io.copydesk.console.topic;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/**
 * Where reading goes on, as it is stored with an index: the next offset of each partition, of which topic on which cluster, and when
 * it was written. Another topic of the same name has another id.
 */
final class Positions {

    private static final String WRITTEN = "written";
    private static final String TOPIC = "topic";
    private static final String OFFSET = "offset.";

    private Positions() {}

    /** @param offsets the next offset of each partition of one topic */
    static Map<String, String> write(Uuid topic, Map<TopicPartition, Long> offsets, long now) {
        Map<String, String> written = new HashMap<>();
        written.put(TOPIC, topic.toString());
        written.put(WRITTEN, Long.toString(now));
        offsets.forEach((partition, offset) -> written.put(OFFSET + partition.partition(), Long.toString(offset)));
        return written;
    }

    /**
     * The next offset of each partition that was written; empty when it cannot be gone on with.
     *
     * @param oldest what was written before, in epoch milliseconds, is too old: tombstones in between may be gone
     */
    static Map<TopicPartition, Long> read(Map<String, String> written, String name, Uuid topic, long oldest) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        if (!topic.toString().equals(written.get(TOPIC)) || number(written.get(WRITTEN)) < oldest) {
            return offsets;
        }
        written.forEach((key, value) -> {
            if (key.startsWith(OFFSET)) {
                offsets.put(new TopicPartition(name, (int) number(key.substring(OFFSET.length()))), number(value));
            }
        });
        return offsets;
    }

    private static long number(@Nullable String text) {
        try {
            return text == null ? 0 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
