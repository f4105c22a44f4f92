package io.copydesk.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.enrich.features.Sketch;
import io.copydesk.enrich.features.Sketcher;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.JsonSerde;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
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

    /** One life of the task. */
    private static final class Run {
        private final MockProcessorContext<String, Object> context = new MockProcessorContext<>();
        private final KeyValueStore<String, Sketch> store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(EnrichTopology.SKETCHES),
                        Serdes.String(),
                        JsonSerde.of(Sketch.class))
                .withLoggingDisabled()
                .build();
        private final DecideProcessor processor = new DecideProcessor();

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
            processor.process(new Record<>(sketch.id(), sketch, 0));
        }

        List<String> forwarded() {
            return context.forwarded().stream()
                    .map(f -> f.childName().orElseThrow() + " " + f.record().key() + " "
                            + Json.line(f.record().value()))
                    .toList();
        }
    }
}
