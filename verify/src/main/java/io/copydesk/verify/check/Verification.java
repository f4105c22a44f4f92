package io.copydesk.verify.check;

import io.copydesk.schemas.Topic;
import io.copydesk.schemas.TopicRecord;
import io.copydesk.schemas.Topics;
import io.copydesk.verify.state.FinalState;
import io.copydesk.verify.state.TemporaryTables;
import io.copydesk.verify.state.TopicReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads every topic of a run and checks it against what is known of the run. */
public final class Verification {

    /** Above the transaction timeout of the services with the coordinator's pause between two looks, 40 s. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private Verification() {}

    /**
     * Checks the topics of {@code prefix} up to where they end now. While a transaction holds a partition open the topics
     * cannot be read to their end: then that is the only finding.
     *
     * @param patience how long the same transaction may be open
     * @throws IOException when the cluster stops answering or a file cannot be read
     */
    public static Findings of(Properties client, String prefix, Truth truth, Duration patience)
            throws IOException, InterruptedException {
        Findings findings = new Findings();
        OpenTransactions.check(client, prefix, patience, findings);
        if (findings.count(Rule.TRANSACTION_HELD) > 0) {
            return findings;
        }
        CommittedOffsets.check(client, prefix, truth.running(), findings);
        TopicReader reader = new TopicReader(client);
        try (TemporaryTables tables = TemporaryTables.open()) {
            readAll(reader, prefix, truth, tables, findings);
        }
        Path reference = truth.reference();
        if (reference != null && !truth.running()) {
            try (FinalState state = FinalState.read(reader, prefix)) {
                Reference.compare(reference, state, findings);
            }
        }
        return findings;
    }

    private static void readAll(
            TopicReader reader, String prefix, Truth truth, TemporaryTables tables, Findings findings)
            throws IOException {
        Outcomes outcomes = new Outcomes(truth, tables, findings);
        Path file = truth.seen();
        SeenRecords seen = file == null ? null : SeenRecords.read(file, prefix, findings);
        for (Topic<?> topic : inOrderOfReading()) {
            Repetitions repetitions = new Repetitions(topic, tables, findings);
            reader.read(topic.name(prefix), false, record -> {
                check(topic, record, repetitions, outcomes, findings);
                if (seen != null) {
                    seen.compare(record);
                }
                return true;
            });
        }
        outcomes.complete();
        if (seen != null) {
            seen.complete();
        }
    }

    /**
     * The published topics, and the two that say what became of the inputs. Effects before causes: in a pipeline that still
     * runs, whatever a record names has been written when its topic is read.
     */
    static List<Topic<?>> inOrderOfReading() {
        return List.of(
                Topics.STORIES,
                Topics.DUPLICATES,
                Topics.ENRICHED_ARTICLES,
                Topics.REVISIONS,
                Topics.LEDGER,
                Topics.DEAD_LETTERS,
                Topics.ARTICLES,
                Topics.SITE_BOILERPLATE);
    }

    private static <V> void check(
            Topic<V> topic,
            ConsumerRecord<byte[], byte[]> record,
            Repetitions repetitions,
            Outcomes outcomes,
            Findings findings)
            throws IOException {
        TopicRecord.read(topic, record)
                .<Step>fold(
                        (key, value) -> () -> {
                            repetitions.accept(record);
                            outcomes.accept(topic, key, value);
                        },
                        key -> () -> {
                            repetitions.accept(record);
                            outcomes.removed(topic, key);
                        },
                        unreadable -> () -> findings.add(Rule.UNREADABLE, unreadable.message()))
                .run();
    }

    private interface Step {
        void run() throws IOException;
    }
}
