package io.copydesk.alerts.added;

import io.copydesk.alerts.rule.Rule;
import io.copydesk.kit.failure.FailureText;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.kit.topics.TopicFollower;
import io.copydesk.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the rules that hold as the topic has them, and shows those of the file in the topic, where the command line and the console
 * see them. Started once. Safe for use by several threads.
 */
public final class RuleFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RuleFollower.class);

    private final LiveRules rules;
    private final TopicFollower follower;
    private final Supplier<RuleWriter> writers;
    private final Runnable changed;
    private volatile boolean shown;

    /**
     * A follower of the topic of {@code prefix}.
     *
     * @param changed is told after each change from the time on that {@link #start} has returned
     * @param fatal receives what ended it
     */
    public RuleFollower(
            String prefix, KafkaSettings kafka, LiveRules rules, Runnable changed, Consumer<RuntimeException> fatal) {
        this.rules = rules;
        this.changed = changed;
        this.follower = new TopicFollower(Topics.ALERT_RULES.name(prefix), kafka, this::take, fatal);
        this.writers = () -> new RuleWriter(kafka.producer(), prefix);
    }

    /**
     * Reads the topic to its end and shows the rules of the file.
     *
     * @throws IllegalStateException when the cluster does not answer within {@code patience}
     */
    public void start(Duration patience) throws InterruptedException {
        follower.start();
        if (!follower.awaitComplete(patience)) {
            throw new IllegalStateException(
                    "the topic of rules could not be read within " + patience.toMillis() + " ms");
        }
        Map<String, Optional<Rule>> unshown = rules.unshown();
        if (!unshown.isEmpty()) {
            write(writer ->
                    unshown.forEach((name, rule) -> rule.ifPresentOrElse(writer::show, () -> writer.remove(name))));
        }
        shown = true;
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        rules.take(record);
        if (shown) {
            changed.run();
            List<Rule> overwritten = rules.overwritten();
            if (!overwritten.isEmpty()) {
                write(writer -> overwritten.forEach(writer::show));
            }
        }
    }

    /** The rules of the file hold whether or not the topic shows them. */
    private void write(Consumer<RuleWriter> work) {
        try (RuleWriter writer = writers.get()) {
            work.accept(writer);
            writer.flush();
        } catch (RuntimeException e) {
            LOG.warn("the rules of the file cannot be shown in their topic: {}", FailureText.of(e));
        }
    }

    @Override
    public void close() {
        follower.close();
    }
}
