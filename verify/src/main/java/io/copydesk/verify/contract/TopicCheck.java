package io.copydesk.verify.contract;

import io.copydesk.schemas.EventHeaders;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Promise;
import io.copydesk.schemas.SchemaCheck;
import io.copydesk.schemas.Sha256;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.TopicHeader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * The promises of one topic, from its records in the order of their partitions. Keeps some 100 bytes for each record, until the check
 * ends. Not thread-safe.
 */
final class TopicCheck {

    private final Topic<?> topic;
    private final SchemaCheck schema;
    private final BrokenPromises broken;

    private final Map<String, Integer> partitions = new HashMap<>();
    private final Set<Long> events = new HashSet<>();

    /** By key, the version of the last record and the newest one, where versions have an order. */
    private final Map<String, int[]> versions = new HashMap<>();

    TopicCheck(Topic<?> topic, BrokenPromises broken) {
        this.topic = topic;
        this.broken = broken;
        this.schema = SchemaCheck.of(topic.json());
    }

    void accept(ConsumerRecord<byte[], byte[]> record) {
        String place = record.topic() + "-" + record.partition() + "@" + record.offset();
        if (record.key() == null) {
            broken.add(Promise.KEYS, place + " has no key");
            return;
        }
        String key = new String(record.key(), StandardCharsets.UTF_8);
        Integer other = partitions.putIfAbsent(key, record.partition());
        if (other != null && other != record.partition()) {
            broken.add(Promise.KEYS, place + " has a key of partition " + other + ": " + key);
        }
        headers(record, place);
        if (record.value() != null) {
            List<String> problems = schema.problems(record.value());
            if (!problems.isEmpty()) {
                broken.add(Promise.SCHEMA, place + ": " + String.join("; ", problems));
            } else if (Promise.ORDER.isOf(topic)) {
                version(key, record.value());
            }
        } else if (!topic.hasTombstones()) {
            broken.add(Promise.SCHEMA, place + " has no value");
        }
    }

    private void headers(ConsumerRecord<byte[], byte[]> record, String place) {
        for (TopicHeader declared : EventHeaders.all()) {
            if ((declared.always() || record.value() != null)
                    && record.headers().lastHeader(declared.name()) == null) {
                broken.add(Promise.HEADERS, place + " has no " + declared.name());
            }
        }
        Header source = record.headers().lastHeader(EventHeaders.SOURCE.name());
        Header id = record.headers().lastHeader(EventHeaders.ID.name());
        if (source != null && id != null) {
            String event = new String(source.value(), StandardCharsets.UTF_8) + "\n"
                    + new String(id.value(), StandardCharsets.UTF_8);
            if (!events.add(Sha256.firstBits(event.getBytes(StandardCharsets.UTF_8)))) {
                broken.add(Promise.EVENTS, place + " has the id of another record: " + event.replace('\n', ' '));
            }
        }
    }

    private void version(String key, byte[] value) {
        try {
            int version = Json.tree(value).path("version").intValue();
            int[] known = versions.computeIfAbsent(key, any -> new int[2]);
            known[0] = version;
            known[1] = Math.max(known[1], version);
        } catch (IOException e) {
            throw new IllegalStateException("what is valid is JSON", e);
        }
    }

    /** Whether there is a record of this key. */
    boolean has(String key) {
        return partitions.containsKey(key);
    }

    /** To be called after the last record. */
    void end() {
        versions.forEach((key, known) -> {
            if (known[0] != known[1]) {
                broken.add(
                        Promise.ORDER,
                        "the last record of " + key + " in " + topic.name() + " is version " + known[0] + " of "
                                + known[1]);
            }
        });
    }
}
