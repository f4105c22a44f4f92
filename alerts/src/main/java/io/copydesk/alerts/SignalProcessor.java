package io.copydesk.alerts;

import io.copydesk.kit.lineage.Events;
import io.copydesk.schemas.Cause;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Makes signals of the records of a topic, without state. */
@SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record
final class SignalProcessor<V> implements Processor<String, V, String, Signal> {

    private final String name;
    private final Function<Record<String, V>, @Nullable Signal> signal;

    private ProcessorContext<String, Signal> context;
    private Events events;

    private SignalProcessor(String name, Function<Record<String, V>, @Nullable Signal> signal) {
        this.name = name;
        this.signal = signal;
    }

    /** @param signal of a record, {@code null} for none */
    static <V> ProcessorSupplier<String, V, String, Signal> of(
            String name, Function<Record<String, V>, @Nullable Signal> signal) {
        return () -> new SignalProcessor<>(name, signal);
    }

    @Override
    public void init(ProcessorContext<String, Signal> assigned) {
        context = assigned;
        events = new Events(name, assigned);
    }

    @Override
    public void process(Record<String, V> record) {
        Signal made = signal.apply(record);
        if (made != null) {
            events.begin(record);
            context.forward(events.internal(record.withValue(made), events.causeOr(Cause.NEW)));
        }
    }
}
