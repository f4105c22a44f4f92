package io.copydesk.alerts.added;

import io.copydesk.alerts.rule.Rule;
import io.copydesk.alerts.rule.RuleFields;
import io.copydesk.kit.topics.TopicWriter;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Adds and removes rules. For one thread at a time. */
public final class RuleWriter implements AutoCloseable {

    private final String topic;
    private final TopicWriter writer;

    /**
     * A writer to the topics of {@code prefix}, which are there.
     *
     * @param client settings of a producer
     */
    public RuleWriter(Properties client, String prefix) {
        this.topic = Topics.ALERT_RULES.name(prefix);
        this.writer = new TopicWriter(client);
    }

    /** Adds a rule, or replaces the one of its name. */
    public void add(Rule rule) {
        writer.send(record(rule));
    }

    /** Shows a rule of the file. */
    void show(Rule rule) {
        ProducerRecord<byte[], byte[]> record = record(rule);
        record.headers().add(Topics.RULE_SOURCE.name(), TopicRule.FILE.getBytes(StandardCharsets.UTF_8));
        writer.send(record);
    }

    private ProducerRecord<byte[], byte[]> record(Rule rule) {
        return new ProducerRecord<>(
                topic, rule.name().getBytes(StandardCharsets.UTF_8), Json.bytes(RuleFields.of(rule)));
    }

    /** Removes a rule. */
    public void remove(String name) {
        writer.send(new ProducerRecord<>(topic, name.getBytes(StandardCharsets.UTF_8), null));
    }

    /**
     * Waits until the cluster has stored all changes.
     *
     * @throws IllegalStateException when a change could not be produced
     */
    public void flush() {
        writer.flush();
    }

    @Override
    public void close() {
        writer.close();
    }
}
