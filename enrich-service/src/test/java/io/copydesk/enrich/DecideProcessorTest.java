package io.copydesk.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.copydesk.enrich.sketch.Sketch;
import io.copydesk.enrich.sketch.Sketcher;
import io.copydesk.schemas.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.junit.jupiter.api.Test;

class DecideProcessorTest {

    @Test
    void afterARestartItGoesOnAsBefore() {
        List<Sketch> sketches = Corpus.articles().stream().map(Sketcher::sketch).toList();
        for (int crash = 0; crash < sketches.size(); crash++) {
            Run undisturbed = new Run();
            Run first = new Run();
            sketches.subList(0, crash).forEach(undisturbed::process);
            sketches.subList(0, crash).forEach(first::process);
            Run second = new Run(first);
            undisturbed.context.resetForwards();
            sketches.subList(crash, sketches.size()).forEach(undisturbed::process);
            sketches.subList(crash, sketches.size()).forEach(second::process);
            assertThat(second.forwarded()).as("crash after %d", crash).isEqualTo(undisturbed.forwarded());
        }
    }

    @Test
    void aSketchThatTheDeciderFailedOnIsDecidedOnWhenItComesAgain() {
        Sketch original = sketch("bridge-1");
        Run undisturbed = new Run();
        Run disturbed = new Run();
        List.of("bridge-exact", "rain").forEach(id -> {
            undisturbed.process(sketch(id));
            disturbed.process(sketch(id));
        });

        assertThatThrownBy(() -> disturbed.process(failing(original))).isInstanceOf(NullPointerException.class);
        assertThat(disturbed.stored()).containsExactlyInAnyOrder("bridge-exact", "rain");
        undisturbed.process(original);
        disturbed.process(original);

        assertThat(disturbed.forwarded()).isEqualTo(undisturbed.forwarded());
        assertThat(disturbed.stored()).containsExactlyInAnyOrder("bridge-exact", "rain", "bridge-1");
    }

    @Test
    void aDecisionThatCouldNotBePublishedIsPublishedWhenTheRecordComesAgain() {
        Run undisturbed = new Run();
        Run disturbed = new Run();
        undisturbed.process(sketch("rain"));

        disturbed.context.failing = EnrichTopology.STORIES;
        assertThatThrownBy(() -> disturbed.process(sketch("rain"))).hasMessage("planted");
        disturbed.context.failing = null;
        disturbed.process(sketch("rain"));

        assertThat(disturbed.forwarded()).isEqualTo(undisturbed.forwarded());
    }

    @Test
    void storedSketchesThatCannotBeReadOrDecidedOnDoNotStopTheStart() {
        Run undisturbed = new Run();
        Run first = new Run();
        List.of("bridge-exact", "theatre-1").forEach(id -> {
            undisturbed.process(sketch(id));
            first.process(sketch(id));
        });
        first.store("bridge-1", Json.bytes(failing(sketch("bridge-1"))));
        first.store("rain", new byte[] {'{'});
        first.store("theatre-3", new byte[] {'{', '}'});
        first.store("theatre-4", Json.bytes(sketch("rain")));

        Run second = new Run(first);

        undisturbed.context.resetForwards();
        for (String id : List.of("bridge-1", "rain", "theatre-2")) {
            undisturbed.process(sketch(id));
            second.process(sketch(id));
        }
        assertThat(second.forwarded()).isEqualTo(undisturbed.forwarded());
    }

    @Test
    void theStartEndsHoweverManyStoredSketchesFail() {
        Run first = new Run();
        for (int i = 0; i < 30; i++) {
            Sketch sketch = Sketcher.sketch(Corpus.article("poison-" + i, "a.example", null, "Poison " + i, ""));
            first.store(sketch.id(), Json.bytes(failing(sketch)));
        }
        Run second = new Run(first);

        second.process(sketch("rain"));

        assertThat(second.forwarded()).anyMatch(line -> line.startsWith("to-assign rain "));
    }

    private static Sketch sketch(String id) {
        return Sketcher.sketch(Corpus.article(id));
    }

    /** Makes the decider throw after it has added the fingerprint. */
    private static Sketch failing(Sketch sketch) {
        return new Sketch(sketch.fingerprint(), sketch.headline(), null);
    }

    @Test
    void aStoryThatIsMergedNamesTheOtherInAHeader() {
        Run run = new Run();
        run.process(Sketcher.sketch(Corpus.article("bridge-exact")));
        run.context.resetForwards();
        run.process(Sketcher.sketch(Corpus.article("bridge-1")));
        assertThat(run.headers("bridge-exact")).containsExactly("copydesk.moved-to=bridge-1");
        assertThat(run.headers("bridge-1")).containsExactly("copydesk.moved-from=bridge-exact");
    }

    @Test
    void forgetsWhatIsOlderThanItsRetention() {
        Run run = new Run();
        run.process(Sketcher.sketch(Corpus.article("bridge-1")), 0);
        run.process(
                Sketcher.sketch(Corpus.article("theatre-1")),
                Duration.ofDays(20).toMillis());
        assertThat(run.stored()).containsExactlyInAnyOrder("bridge-1", "theatre-1");
        run.process(Sketcher.sketch(Corpus.article("rain")), Duration.ofDays(31).toMillis());
        assertThat(run.stored()).containsExactlyInAnyOrder("theatre-1", "rain");
        run.process(
                Sketcher.sketch(Corpus.article("bridge-exact")),
                Duration.ofDays(32).toMillis());
        assertThat(run.forwarded().get(run.forwarded().size() - 1)).contains("\"workId\":\"bridge-exact\"");
    }

    /** One life of the task. */
    private static final class Run {
        private final FailingContext context = new FailingContext();
        private final TimestampedKeyValueStore<String, byte[]> store;
        private final DecideProcessor processor = new DecideProcessor(Duration.ofDays(30));

        Run() {
            store = SketchStore.builder(Stores.inMemoryKeyValueStore(EnrichTopology.SKETCHES))
                    .withLoggingDisabled()
                    .build();
            store.init(context.getStateStoreContext(), store);
            context.addStateStore(store);
            processor.init(context);
        }

        /** With what an earlier life left in the store. */
        Run(Run earlier) {
            store = earlier.store;
            context.addStateStore(store);
            processor.init(context);
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

        /** Of the record of a story. */
        List<String> headers(String story) {
            List<String> headers = new ArrayList<>();
            context.forwarded().stream()
                    .filter(f -> f.childName().orElseThrow().equals(EnrichTopology.STORIES))
                    .map(f -> f.record())
                    .filter(record -> record.key().equals(story))
                    .forEach(record -> record.headers()
                            .forEach(header -> headers.add(
                                    header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8))));
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
}
