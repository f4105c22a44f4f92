package io.copydesk.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RevertibleWritesTest {

    private final RevertibleWrites writes = new RevertibleWrites();
    private final KeyValueStore<String, String> store = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("words"), Serdes.String(), Serdes.String())
            .withLoggingDisabled()
            .build();

    @BeforeEach
    void open() {
        store.init(new MockProcessorContext<>().getStateStoreContext(), store);
        store.put("kept", "old");
        store.put("deleted", "old");
    }

    @Test
    void aFailureRestoresWhatWasWrittenTwiceDeletedOrAdded() {
        assertThatThrownBy(() -> writes.run(() -> {
                    writes.put(store, "kept", "new");
                    writes.put(store, "kept", "newer");
                    writes.put(store, "deleted", null);
                    writes.put(store, "added", "new");
                    throw new IllegalStateException("planted");
                }))
                .hasMessage("planted");

        assertThat(content()).containsExactly("deleted=old", "kept=old");
    }

    @Test
    void aFailureRestoresWhatTheCallerHasRead() {
        assertThatThrownBy(() -> writes.run(() -> {
                    writes.replace(store, "kept", "old", "new");
                    writes.replace(store, "kept", "new", "newer");
                    writes.replace(store, "added", null, "new");
                    throw new IllegalStateException("planted");
                }))
                .hasMessage("planted");

        assertThat(content()).containsExactly("deleted=old", "kept=old");
    }

    @Test
    void aFailureRevertsNothingOfTheRecordBefore() {
        writes.run(() -> writes.put(store, "added", "new"));
        assertThatThrownBy(() -> writes.run(() -> {
                    throw new IllegalStateException("planted");
                }))
                .hasMessage("planted");

        assertThat(content()).containsExactly("added=new", "deleted=old", "kept=old");
    }

    @Test
    void theFirstFailureIsTheOneThatIsReported() {
        assertThatThrownBy(() -> writes.run(() -> {
                    writes.put(store, "added", "new");
                    store.close();
                    throw new IllegalStateException("planted");
                }))
                .hasMessage("planted");
    }

    private List<String> content() {
        List<String> content = new ArrayList<>();
        try (var all = store.all()) {
            all.forEachRemaining(entry -> content.add(entry.key + "=" + entry.value));
        }
        return content;
    }
}
