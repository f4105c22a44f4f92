package io.copydesk.enrich;

import io.copydesk.enrich.decide.Changes;
import io.copydesk.enrich.decide.Decider;
import io.copydesk.enrich.decide.DeciderSnapshot;
import io.copydesk.enrich.sketch.Sketch;
import io.copydesk.kit.lineage.Events;
import io.copydesk.schemas.Cause;
import io.copydesk.schemas.Decision;
import io.copydesk.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes sketches to the {@link Decider} and publishes the decisions that they change. The store holds the sketches alone: the decider
 * is rebuilt from it after a restart, as all decisions are a function of the sketches, or read from a {@link DecisionSnapshots file}.
 *
 * <p>A sketch is stored after it was decided on. When the decider throws, the sketch is not in the store, and the decider, which it may
 * have changed in part, is rebuilt: a record that is sent again is decided on as if for the first time.
 */
@SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record
final class DecideProcessor implements Processor<String, Sketch, String, Object> {

    private static final Logger LOG = LoggerFactory.getLogger(DecideProcessor.class);

    /** Milliseconds of record time between two sweeps for stories to forget, as each reads all works. */
    private static final long SWEEP = Duration.ofDays(1).toMillis();

    private final EnrichSettings settings;
    private final Function<ProcessorContext<?, ?>, SketchChangelog> changelogs;
    private ProcessorContext<String, Object> context;
    private Events events;
    private SketchStore sketches;
    private DecisionFiles files;
    private DecisionSnapshots snapshots;
    private @Nullable DeciderSnapshot restored;
    private long nextSweep;

    /**
     * A processor for one task.
     *
     * @param changelogs the changelog of the sketches of the task with a context
     */
    DecideProcessor(EnrichSettings settings, Function<ProcessorContext<?, ?>, SketchChangelog> changelogs) {
        this.changelogs = changelogs;
        this.settings = settings;
    }

    @Override
    public void init(ProcessorContext<String, Object> assigned) {
        context = assigned;
        events = new Events(EnrichTopology.DECIDE, assigned);
        sketches = new SketchStore(assigned.getStateStore(EnrichTopology.SKETCHES));
        nextSweep = 0;
        SketchChangelog changelog = changelogs.apply(assigned);
        files = assigned.getStateStore(EnrichTopology.DECISIONS);
        snapshots = new DecisionSnapshots(
                files.file(),
                settings.snapshotChanges(),
                sketches,
                changelog,
                new SnapshotCopies(files.copies(), settings.copyArticles(), settings.copyPause()));
        RestoredDecider.Restored started = restore(files.sources(), changelog);
        snapshots.started(started);
        restored = started.state();
    }

    private RestoredDecider.Restored restore(List<Supplier<SnapshotReading>> sources, SketchChangelog changelog) {
        return RestoredDecider.from(sketches, sketches::get, files.file(), sources, changelog);
    }

    @Override
    public void process(Record<String, Sketch> record) {
        Sketch sketch = Objects.requireNonNull(record.value(), "a record without a sketch");
        events.begin(record);
        DeciderSnapshot state = restored == null
                ? restore(List.of(files::reading), SketchChangelog.NONE).state()
                : restored;
        Decider decider = state.decider();
        restored = null;
        decide(decider, sketch, record);
        state.decided().note(sketch.id(), sketches.put(sketch, record.timestamp()));
        forget(state, record);
        restored = state;
        snapshots.changed(state);
    }

    @Override
    public void close() {
        if (snapshots != null) {
            snapshots.close(restored);
        }
    }

    private void decide(Decider decider, Sketch sketch, Record<String, Sketch> record) {
        boolean known = decider.contains(sketch.id()) && sketch.equals(sketches.get(sketch.id()));
        Changes changes = known ? Changes.NONE : decider.put(sketch, record.timestamp());
        // Without the headers of this record, which describe its own article only.
        Record<String, Object> out = new Record<>(record.key(), null, record.timestamp());
        if (LOG.isDebugEnabled()) {
            Decision decision = decider.decision(sketch.id());
            LOG.debug(
                    "article {} is of work {} and story {}; {} other decisions changed",
                    sketch.id(),
                    decision.workId(),
                    decision.storyId(),
                    changes.decisions().size() - (changes.decisions().containsKey(sketch.id()) ? 1 : 0));
        }
        changes.duplicates()
                .forEach((id, duplicate) -> context.forward(
                        events.of(
                                Topics.DUPLICATES, out.withKey(id).withValue(duplicate.orElse(null)), Cause.RELATIONS),
                        EnrichTopology.DUPLICATES));
        changes.stories().forEach((id, story) -> {
            Record<String, Object> event = new Record<>(id, story.orElse(null), record.timestamp());
            addMoves(changes, id, event.headers());
            context.forward(events.of(Topics.STORIES, event, Cause.STORY), EnrichTopology.STORIES);
        });
        // The article itself is always assigned: its version may be new although its decision is not.
        assign(decider, out.withHeaders(record.headers()), sketch.id(), events.causeOr(Cause.REVISED));
        changes.decisions().keySet().stream()
                .filter(id -> !id.equals(sketch.id()))
                .forEach(id -> assign(decider, out, id, changes.moved().contains(id) ? Cause.STORY : Cause.RELATIONS));
    }

    private static void addMoves(Changes changes, String story, Headers headers) {
        changes.moves().forEach((from, into) -> {
            if (from.equals(story)) {
                into.forEach(other -> headers.add(Topics.STORY_MOVED_TO.name(), bytes(other)));
            } else if (into.contains(story)) {
                headers.add(Topics.STORY_MOVED_FROM.name(), bytes(from));
            }
        });
    }

    private static byte[] bytes(String id) {
        return id.getBytes(StandardCharsets.UTF_8);
    }

    private void forget(DeciderSnapshot state, Record<String, Sketch> record) {
        Duration retention = settings.retention();
        long now = record.timestamp();
        if (!retention.isZero() && now >= nextSweep) {
            nextSweep = now + SWEEP;
            Record<String, Object> out = new Record<>(record.key(), null, now);
            for (String id : state.decider().forget(now - retention.toMillis())) {
                Sketch forgotten = sketches.get(id);
                sketches.delete(id);
                state.decided().forget(id);
                if (forgotten != null) {
                    Assignment none = new Assignment(id, forgotten.site(), null);
                    context.forward(
                            events.internal(out.withKey(id).withValue(none), Cause.RELATIONS),
                            EnrichTopology.TO_ASSIGN);
                }
            }
        }
    }

    private void assign(Decider decider, Record<String, Object> out, String id, Cause cause) {
        Assignment assignment = new Assignment(id, decider.article(id).site(), decider.decision(id));
        context.forward(events.internal(out.withKey(id).withValue(assignment), cause), EnrichTopology.TO_ASSIGN);
    }
}
