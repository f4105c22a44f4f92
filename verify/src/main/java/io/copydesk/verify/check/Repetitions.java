package io.copydesk.verify.check;

import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topic.Audience;
import io.copydesk.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A value of a published topic that follows an equal one of the same key: what a service wrote twice. Revisions are left out: one is
 * published again with each of the two versions that it is about.
 */
final class Repetitions {

    private final Topic<?> topic;
    private final Findings findings;
    private final Map<String, Long> last = new HashMap<>();

    Repetitions(Topic<?> topic, Findings findings) {
        this.topic = topic;
        this.findings = findings;
    }

    void accept(ConsumerRecord<byte[], byte[]> record) {
        if (topic.audience() != Audience.PUBLIC || topic.equals(Topics.REVISIONS)) {
            return;
        }
        String key = new String(record.key(), StandardCharsets.UTF_8);
        long digest = Digest.of(record.value());
        Long before = last.put(key, digest);
        if (before != null && before == digest) {
            findings.add(
                    Rule.RECORD_TWICE,
                    key + " in " + record.topic() + "-" + record.partition() + "@" + record.offset()
                            + " repeats the value before");
        }
    }
}
