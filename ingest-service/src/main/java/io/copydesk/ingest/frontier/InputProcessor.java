package io.copydesk.ingest.frontier;

import io.copydesk.kit.deadletter.UnreadableRecordException;
import java.util.function.BiFunction;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Maps the records of one topic to {@link FrontierInput}s; one that means nothing becomes a dead letter. Stateless. */
final class InputProcessor<V> extends ContextualProcessor<String, V, String, FrontierInput> {

    /** The input that a record's key and value mean, {@code null} when they mean nothing. */
    interface Mapping<V> extends BiFunction<@Nullable String, @Nullable V, @Nullable FrontierInput> {}

    private final Mapping<V> mapping;

    InputProcessor(Mapping<V> mapping) {
        this.mapping = mapping;
    }

    @Override
    public void process(Record<String, V> record) {
        FrontierInput input = mapping.apply(record.key(), record.value());
        if (input == null) {
            throw new UnreadableRecordException(record.value() == null ? "it has no value" : "it has no URL");
        }
        context().forward(record.withValue(input));
    }
}
