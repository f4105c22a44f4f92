package io.copydesk.enrich;

import io.copydesk.enrich.decide.Changes;
import io.copydesk.enrich.decide.Decider;
import io.copydesk.enrich.sketch.Sketch;
import io.copydesk.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;

/**
 * Puts sketches on the {@link Decider} and publishes what they change. The store holds the sketches alone: a desk filled from it
 * after a restart goes on as the one before, as what was published is a function of the sketches.
 */
final class DecideProcessor implements Processor<String, Sketch, String, Object> {

    private static final long SWEEP = Duration.ofDays(1).toMillis();

    private final Duration retention;
    private ProcessorContext<String, Object> context;
    private TimestampedKeyValueStore<String, Sketch> sketches;
    private Decider desk;
    private long nextSweep;

    /** @param retention how long stories are remembered, zero for ever */
    DecideProcessor(Duration retention) {
        this.retention = retention;
    }

    @Override
    public void init(ProcessorContext<String, Object> assigned) {
        context = assigned;
        sketches = assigned.getStateStore(EnrichTopology.SKETCHES);
        desk = new Decider(this::sketch);
        try (KeyValueIterator<String, ValueAndTimestamp<Sketch>> all = sketches.all()) {
            while (all.hasNext()) {
                ValueAndTimestamp<Sketch> entry = all.next().value;
                desk.put(entry.value(), entry.timestamp());
            }
        }
    }

    @Override
    public void process(Record<String, Sketch> record) {
        Sketch sketch = record.value();
        Sketch before = sketch(sketch.id());
        sketches.put(sketch.id(), ValueAndTimestamp.make(sketch, record.timestamp()));
        Changes changes = sketch.equals(before) ? Changes.NONE : desk.put(sketch, record.timestamp());
        // What it changes elsewhere is not of this record's lineage.
        Record<String, Object> out = new Record<>(record.key(), null, record.timestamp());
        changes.duplicates()
                .forEach((id, duplicate) ->
                        context.forward(out.withKey(id).withValue(duplicate.orElse(null)), EnrichTopology.DUPLICATES));
        changes.stories().forEach((id, story) -> {
            Headers events = new RecordHeaders();
            changes.moves().forEach((from, into) -> {
                if (from.equals(id)) {
                    into.forEach(other -> events.add(Topics.STORY_MOVED_TO, bytes(other)));
                } else if (into.contains(id)) {
                    events.add(Topics.STORY_MOVED_FROM, bytes(from));
                }
            });
            context.forward(
                    out.withKey(id).withValue((Object) story.orElse(null)).withHeaders(events), EnrichTopology.STORIES);
        });
        // The article itself is always assigned, for its version may be new while the decision is not.
        assign(out.withHeaders(record.headers()), sketch.id());
        changes.decisions().keySet().stream()
                .filter(id -> !id.equals(sketch.id()))
                .forEach(id -> assign(out, id));
        forget(record.timestamp());
    }

    private static byte[] bytes(String id) {
        return id.getBytes(StandardCharsets.UTF_8);
    }

    /** Once a day of the records' time, as it looks at every work. */
    private void forget(long now) {
        if (!retention.isZero() && now >= nextSweep) {
            nextSweep = now + SWEEP;
            desk.forget(now - retention.toMillis()).forEach(sketches::delete);
        }
    }

    private @Nullable Sketch sketch(String articleId) {
        ValueAndTimestamp<Sketch> stored = sketches.get(articleId);
        return stored == null ? null : stored.value();
    }

    private void assign(Record<String, Object> out, String id) {
        Assignment assignment = new Assignment(id, desk.article(id).site(), desk.decision(id));
        context.forward(out.withKey(id).withValue(assignment), EnrichTopology.TO_ASSIGN);
    }
}
