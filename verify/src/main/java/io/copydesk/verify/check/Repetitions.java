package io.copydesk.verify.check;

import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topic.Audience;
import io.copydesk.schemas.Topics;
import io.copydesk.verify.state.TemporaryTables;
import io.copydesk.verify.state.TemporaryTables.Table;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A value of a published topic that follows an equal one of the same key: what a service wrote twice. Revisions are left out: one is
 * published again with each of the two versions that it is about.
 */
final class Repetitions {

    private final Topic<?> topic;
    private final Findings findings;

    /** By key, the digest of its last value: 8 bytes. */
    private final Table last;

    Repetitions(Topic<?> topic, TemporaryTables tables, Findings findings) {
        this.topic = topic;
        this.last = tables.table();
        this.findings = findings;
    }

    void accept(ConsumerRecord<byte[], byte[]> record) throws IOException {
        if (topic.audience() != Audience.PUBLIC || topic.equals(Topics.REVISIONS)) {
            return;
        }
        String key = new String(record.key(), StandardCharsets.UTF_8);
        byte[] digest = ByteBuffer.allocate(Long.BYTES)
                .putLong(Digest.of(record.value()))
                .array();
        if (!Arrays.equals(last.get(key), digest)) {
            last.put(key, digest);
        } else {
            findings.add(
                    Rule.RECORD_TWICE,
                    key + " in " + record.topic() + "-" + record.partition() + "@" + record.offset()
                            + " repeats the value before");
        }
    }
}
