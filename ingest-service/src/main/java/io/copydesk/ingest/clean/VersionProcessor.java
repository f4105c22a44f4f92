package io.copydesk.ingest.clean;

import io.copydesk.kit.deadletter.DeadLetters;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.DeadLetter.Stage;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.LedgerEntry;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Numbers the versions of each article by fetch time. An older page that arrives late is put where it belongs, and all
 * later versions are issued again with their new numbers, so the last record of a key is always the newest version.
 */
final class VersionProcessor implements Processor<String, Article, String, Object> {

    private ProcessorContext<String, Object> context;
    private KeyValueStore<String, Article> observations;

    @Override
    public void init(ProcessorContext<String, Object> assigned) {
        context = assigned;
        observations = assigned.getStateStore(CleanTopology.OBSERVATIONS);
    }

    @Override
    public void process(Record<String, Article> record) {
        Observation arrived = new Observation(record.value());
        if (observations.get(arrived.key()) != null) {
            return;
        }
        List<Observation> known = known(arrived.article().id());
        if (known.size() >= History.LIMIT) {
            refuse(record, arrived);
            return;
        }
        List<Observation> all = new ArrayList<>();
        for (Observation earlier : known) {
            if (earlier.inputId().equals(arrived.inputId())) {
                // The same input cleaned again with another result replaces what it gave before.
                observations.delete(earlier.key());
            } else {
                all.add(earlier);
            }
        }
        all.add(arrived);
        observations.put(arrived.key(), arrived.article());
        History before = new History(known);
        History after = new History(all);
        for (Article version : after.versionsSince(before)) {
            context.forward(record.withKey(version.id()).withValue((Object) version), CleanTopology.ARTICLES);
        }
        for (LedgerEntry entry : after.ledgerSince(before)) {
            context.forward(record.withKey(entry.inputId()).withValue((Object) entry), CleanTopology.LEDGER);
        }
    }

    private List<Observation> known(String articleId) {
        List<Observation> known = new ArrayList<>();
        try (KeyValueIterator<String, Article> range =
                observations.prefixScan(Observation.prefix(articleId), new StringSerializer())) {
            while (range.hasNext()) {
                KeyValue<String, Article> entry = range.next();
                known.add(new Observation(entry.value));
            }
        }
        return known;
    }

    private void refuse(Record<String, Article> record, Observation arrived) {
        DeadLetter letter = DeadLetters.of(
                Stage.CLEAN,
                "history-full",
                "the article has " + History.LIMIT + " observations already",
                arrived.inputId(),
                context.recordMetadata().orElse(null),
                record.key(),
                Json.bytes(arrived.article()));
        context.forward(record.withKey(letter.id()).withValue((Object) letter), CleanTopology.DEAD_LETTERS);
        context.forward(
                record.withKey(arrived.inputId())
                        .withValue((Object) LedgerEntry.refused(arrived.inputId(), letter.reason())),
                CleanTopology.LEDGER);
    }
}
