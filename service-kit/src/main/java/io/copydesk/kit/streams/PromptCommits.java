package io.copydesk.kit.streams;

import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/**
 * A processor whose records are committed soon while it keeps up: a reader of what several of them made of a record in turn otherwise waits
 * for as many commit intervals. While it catches up, which is told by the age of its records, the commit interval holds alone, as
 * each commit costs the same for one record as for many. Like the processor, for one thread.
 */
public final class PromptCommits<KIn, VIn, KOut, VOut> implements Processor<KIn, VIn, KOut, VOut> {

    /** How often it is looked at whether there is something to commit, and so the least time between two commits. */
    static final Duration PERIOD = Duration.ofMillis(100);

    /** A record whose page came longer ago has waited behind others. */
    static final long FRESH_MILLIS = 2_000;

    private final Processor<KIn, VIn, KOut, VOut> processor;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init first
    private ProcessorContext<KOut, VOut> context;

    /** Since the last look. */
    private boolean isFresh;

    private PromptCommits(Processor<KIn, VIn, KOut, VOut> processor) {
        this.processor = processor;
    }

    /** The processors of {@code supplier}, with prompt commits. */
    public static <KIn, VIn, KOut, VOut> ProcessorSupplier<KIn, VIn, KOut, VOut> of(
            ProcessorSupplier<KIn, VIn, KOut, VOut> supplier) {
        return () -> new PromptCommits<>(supplier.get());
    }

    @Override
    public void init(ProcessorContext<KOut, VOut> assigned) {
        context = assigned;
        assigned.schedule(PERIOD, PunctuationType.WALL_CLOCK_TIME, this::commit);
        processor.init(assigned);
    }

    @Override
    public void process(Record<KIn, VIn> record) {
        processor.process(record);
        isFresh = context.currentSystemTimeMs() - record.timestamp() < FRESH_MILLIS;
    }

    private void commit(long now) {
        if (isFresh) {
            isFresh = false;
            context.commit();
        }
    }

    @Override
    public void close() {
        processor.close();
    }
}
