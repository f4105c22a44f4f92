package io.copydesk.alerts;

import java.time.Duration;
import java.util.function.ToLongFunction;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Removes what has not been seen for as long as the retention, by the time of the records: while none come, nothing is forgotten. */
final class Forgetting {

    private static final Duration PERIOD = Duration.ofHours(1);

    private Forgetting() {}

    /** @param at when a value was seen last, epoch milliseconds */
    static <V> void schedule(
            ProcessorContext<?, ?> context, KeyValueStore<String, V> store, ToLongFunction<V> at, Duration retention) {
        context.schedule(
                PERIOD,
                PunctuationType.WALL_CLOCK_TIME,
                now -> forget(store, at, context.currentStreamTimeMs() - retention.toMillis()));
    }

    private static <V> void forget(KeyValueStore<String, V> store, ToLongFunction<V> at, long before) {
        try (KeyValueIterator<String, V> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<String, V> entry = all.next();
                if (at.applyAsLong(entry.value) < before) {
                    store.delete(entry.key);
                }
            }
        }
    }
}
