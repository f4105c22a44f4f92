package io.copydesk.kit.lineage;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/** A processor whose log lines name the input that its record's headers name, see {@link Trace}. Like the processor, for one thread. */
public final class TracedProcessor<KIn, VIn, KOut, VOut> implements Processor<KIn, VIn, KOut, VOut> {

    private final Processor<KIn, VIn, KOut, VOut> processor;

    private TracedProcessor(Processor<KIn, VIn, KOut, VOut> processor) {
        this.processor = processor;
    }

    /** The processors of {@code supplier}, traced. */
    public static <KIn, VIn, KOut, VOut> ProcessorSupplier<KIn, VIn, KOut, VOut> of(
            ProcessorSupplier<KIn, VIn, KOut, VOut> supplier) {
        return () -> new TracedProcessor<>(supplier.get());
    }

    @Override
    public void init(ProcessorContext<KOut, VOut> context) {
        processor.init(context);
    }

    @Override
    public void process(Record<KIn, VIn> record) {
        Trace.of(Lineage.inputId(record.headers()), () -> processor.process(record));
    }

    @Override
    public void close() {
        processor.close();
    }
}
