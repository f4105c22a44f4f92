package io.copydesk.verify.contract;

import io.copydesk.schemas.EventHeaders;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Promise;
import io.copydesk.schemas.SchemaCheck;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.TopicHeader;
import io.copydesk.verify.state.TemporaryTables;
import io.copydesk.verify.state.TemporaryTables.Table;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * The promises of one topic, from its records in the order of their partitions. What it must remember of them is in temporary tables,
 * not in memory. Not thread-safe.
 */
final class TopicCheck {

    private static final byte[] PRESENT = {};

    private final Topic<?> topic;
    private final SchemaCheck schema;
    private final BrokenPromises broken;

    private final Table keys;

    /** Of CloudEvents, source and id. */
    private final Table events;

    /**
     * What is known of a key.
     *
     * @param partition where its first record was
     * @param last the version of its last record; 0 where versions have no order
     * @param newest the highest version
     */
    private record Known(int partition, int last, int newest) {

        static Known of(byte[] value) {
            ByteBuffer numbers = ByteBuffer.wrap(value);
            return new Known(numbers.getInt(), numbers.getInt(), numbers.getInt());
        }

        byte[] value() {
            return ByteBuffer.allocate(3 * Integer.BYTES)
                    .putInt(partition)
                    .putInt(last)
                    .putInt(newest)
                    .array();
        }
    }

    TopicCheck(Topic<?> topic, TemporaryTables tables, BrokenPromises broken) {
        this.topic = topic;
        this.keys = tables.table();
        this.events = tables.table();
        this.broken = broken;
        this.schema = SchemaCheck.of(topic.json());
    }

    void accept(ConsumerRecord<byte[], byte[]> record) throws IOException {
        String place = record.topic() + "-" + record.partition() + "@" + record.offset();
        if (record.key() == null) {
            broken.add(Promise.KEYS, place + " has no key");
            return;
        }
        String key = new String(record.key(), StandardCharsets.UTF_8);
        byte[] before = keys.get(key);
        Known known = before == null ? new Known(record.partition(), 0, 0) : Known.of(before);
        if (known.partition() != record.partition()) {
            broken.add(Promise.KEYS, place + " has a key of partition " + known.partition() + ": " + key);
        }
        headers(record, place);
        int version = version(record, place);
        Known now = version == 0 ? known : new Known(known.partition(), version, Math.max(known.newest(), version));
        if (before == null || !now.equals(known)) {
            keys.put(key, now.value());
        }
    }

    /** Checks a value against its schema; its version where versions have an order, else 0. */
    private int version(ConsumerRecord<byte[], byte[]> record, String place) throws IOException {
        if (record.value() == null) {
            if (!topic.hasTombstones()) {
                broken.add(Promise.SCHEMA, place + " has no value");
            }
            return 0;
        }
        List<String> problems = schema.problems(record.value());
        if (!problems.isEmpty()) {
            broken.add(Promise.SCHEMA, place + ": " + String.join("; ", problems));
            return 0;
        }
        return Promise.ORDER.isOf(topic)
                ? Json.tree(record.value()).path("version").intValue()
                : 0;
    }

    private void headers(ConsumerRecord<byte[], byte[]> record, String place) throws IOException {
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
            if (events.has(event)) {
                broken.add(Promise.EVENTS, place + " has the id of another record: " + event.replace('\n', ' '));
            } else {
                events.put(event, PRESENT);
            }
        }
    }

    /** Whether there is a record of this key. */
    boolean has(String key) throws IOException {
        return keys.has(key);
    }

    /** To be called after the last record. */
    void end() throws IOException {
        keys.forEach((key, value) -> {
            Known known = Known.of(value);
            if (known.last() != known.newest()) {
                broken.add(
                        Promise.ORDER,
                        "the last record of " + key + " in " + topic.name() + " is version " + known.last() + " of "
                                + known.newest());
            }
        });
    }
}
