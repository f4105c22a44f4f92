package io.copydesk.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.enrich.sketch.Sketch;
import io.copydesk.enrich.sketch.Sketcher;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.JsonSerde;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
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
        private final MockProcessorContext<String, Object> context = new MockProcessorContext<>();
        private final TimestampedKeyValueStore<String, Sketch> store = Stores.timestampedKeyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(EnrichTopology.SKETCHES),
                        Serdes.String(),
                        JsonSerde.of(Sketch.class))
                .withLoggingDisabled()
                .build();
        private final DecideProcessor processor = new DecideProcessor(Duration.ofDays(30));

        Run() {
            open();
            processor.init(context);
        }

        /** With what an earlier life left in the store. */
        Run(Run earlier) {
            open();
            try (var all = earlier.store.all()) {
                all.forEachRemaining(entry -> store.put(entry.key, entry.value));
            }
            processor.init(context);
        }

        private void open() {
            store.init(context.getStateStoreContext(), store);
            context.addStateStore(store);
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
