package io.copydesk.enrich;

import io.copydesk.enrich.desk.Changes;
import io.copydesk.enrich.desk.Desk;
import io.copydesk.enrich.features.Sketch;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Puts sketches on the {@link Desk} and publishes what they change. The store holds the sketches alone: a desk filled from it
 * after a restart goes on as the one before, as what was published is a function of the sketches.
 */
final class DecideProcessor implements Processor<String, Sketch, String, Object> {

    private ProcessorContext<String, Object> context;
    private KeyValueStore<String, Sketch> sketches;
    private Desk desk;

    @Override
    public void init(ProcessorContext<String, Object> assigned) {
        context = assigned;
        sketches = assigned.getStateStore(EnrichTopology.SKETCHES);
        desk = new Desk(sketches::get);
        try (KeyValueIterator<String, Sketch> all = sketches.all()) {
            while (all.hasNext()) {
                KeyValue<String, Sketch> entry = all.next();
                desk.put(entry.value);
            }
        }
    }

    @Override
    public void process(Record<String, Sketch> record) {
        Sketch sketch = record.value();
        Sketch before = sketches.get(sketch.id());
        sketches.put(sketch.id(), sketch);
        Changes changes = sketch.equals(before) ? Changes.NONE : desk.put(sketch);
        // What it changes elsewhere is not of this record's lineage.
        Record<String, Object> out = new Record<>(record.key(), null, record.timestamp());
        changes.duplicates()
                .forEach((id, duplicate) ->
                        context.forward(out.withKey(id).withValue(duplicate.orElse(null)), EnrichTopology.DUPLICATES));
        changes.stories()
                .forEach((id, story) ->
                        context.forward(out.withKey(id).withValue(story.orElse(null)), EnrichTopology.STORIES));
        // The article itself is always assigned, for its version may be new while the decision is not.
        assign(out.withHeaders(record.headers()), sketch.id());
        changes.decisions().keySet().stream()
                .filter(id -> !id.equals(sketch.id()))
                .forEach(id -> assign(out, id));
    }

    private void assign(Record<String, Object> out, String id) {
        Assignment assignment = new Assignment(id, desk.article(id).site(), desk.decision(id));
        context.forward(out.withKey(id).withValue(assignment), EnrichTopology.TO_ASSIGN);
    }
}
