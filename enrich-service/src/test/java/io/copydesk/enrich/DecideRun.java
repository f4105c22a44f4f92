package io.copydesk.enrich;

import io.copydesk.enrich.copy.CopyLog;
import io.copydesk.enrich.sketch.Sketch;
import io.copydesk.schemas.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/** One life of the task. */
final class DecideRun {

    private static final int RARELY = 1_000;

    final Path folder;
    final FailingContext context;
    final TimestampedKeyValueStore<String, byte[]> store;
    final SketchChangelog changelog;
    final CopyLog copies;
    final DecideProcessor processor;

    /** The first, with an empty store. */
    DecideRun(Path folder) {
        this(folder, RARELY);
    }

    DecideRun(Path folder, int snapshotChanges) {
        this(folder, snapshotChanges, CopyLog.NONE);
    }

    DecideRun(Path folder, int snapshotChanges, CopyLog copies) {
        this(folder, snapshotChanges, SketchChangelog.NONE, copies);
    }

    DecideRun(Path folder, int snapshotChanges, KnownWrites changelog) {
        this(folder, snapshotChanges, changelog, CopyLog.NONE);
        changelog.store = store;
    }

    private DecideRun(Path folder, int snapshotChanges, SketchChangelog changelog, CopyLog copies) {
        this.folder = folder;
        this.changelog = changelog;
        this.copies = copies;
        this.context = new FailingContext(folder);
        this.store = SketchStore.builder(Stores.inMemoryKeyValueStore(EnrichTopology.SKETCHES))
                .withLoggingDisabled()
                .build();
        this.processor = start(snapshotChanges);
    }

    /** With what an earlier life left in the store and in the folder. */
    DecideRun(DecideRun earlier) {
        this(earlier, earlier.folder);
    }

    /** With what an earlier life left in the store, in another folder. */
    DecideRun(DecideRun earlier, Path folder) {
        this.folder = folder;
        this.context = new FailingContext(folder);
        this.store = earlier.store;
        this.changelog = earlier.changelog;
        this.copies = earlier.copies;
        this.processor = start(RARELY);
    }

    private DecideProcessor start(int snapshotChanges) {
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
        DecisionFiles files = DecisionFiles.builder(SnapshotsAhead.in(folder.getParent()), task -> copies)
                .build();
        files.init(context.getStateStoreContext(), files);
        context.addStateStore(files);
        DecideProcessor started = new DecideProcessor(
                new EnrichSettings(Duration.ofDays(30), snapshotChanges, Duration.ofDays(14), 1, Duration.ZERO),
                task -> changelog);
        started.init(context);
        return started;
    }

    Path snapshot() {
        return folder.resolve("decisions.snapshot");
    }

    void store(String id, byte[] sketch) {
        store.put(id, ValueAndTimestamp.make(sketch, 0));
    }

    void process(Sketch sketch) {
        process(sketch, 0);
    }

    void process(Sketch sketch, long arrived) {
        processor.process(new Record<>(sketch.id(), sketch, arrived));
    }

    /** Those that tell where articles went and came from. */
    List<String> moves(String story) {
        List<String> headers = new ArrayList<>();
        context.forwarded().stream()
                .filter(f -> f.childName().orElseThrow().equals(EnrichTopology.STORIES))
                .map(f -> f.record())
                .filter(record -> record.key().equals(story))
                .forEach(record -> record.headers()
                        .forEach(header ->
                                headers.add(header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8))));
        headers.removeIf(header -> !header.startsWith("copydesk.moved"));
        return headers;
    }

    List<String> stored() {
        List<String> ids = new ArrayList<>();
        try (var all = store.all()) {
            all.forEachRemaining(entry -> ids.add(entry.key));
        }
        return ids;
    }

    List<String> forwarded() {
        return context.forwarded().stream()
                .map(f -> f.childName().orElseThrow() + " " + f.record().key() + " "
                        + Json.line(f.record().value()))
                .toList();
    }
}
