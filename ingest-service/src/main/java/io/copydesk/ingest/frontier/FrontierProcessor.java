package io.copydesk.ingest.frontier;

import io.copydesk.kit.metrics.WatchMeters;
import java.time.Duration;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** The {@link Frontier} as an operator: inputs in, records of {@link FrontierSinks} out, and a punctuator for what is due. */
final class FrontierProcessor extends ContextualProcessor<String, FrontierInput, String, Object> {

    private final String prefix;
    private final FrontierSettings settings;
    private final String productToken;
    private final Duration tick;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init first
    private Frontier frontier;

    private @Nullable Cancellable ticking;
    private @Nullable WatchMeters meters;

    FrontierProcessor(String prefix, FrontierSettings settings, String productToken, Duration tick) {
        this.prefix = prefix;
        this.settings = settings;
        this.productToken = productToken;
        this.tick = tick;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        super.init(context);
        meters = WatchMeters.of(context);
        FrontierStores stores = new FrontierStores(context, meters);
        frontier = new Frontier(settings, productToken, stores, new FrontierSinks(prefix, context), meters);
        frontier.resume();
        ticking = context.schedule(tick, PunctuationType.WALL_CLOCK_TIME, frontier::release);
    }

    /**
     * A task that is revived calls {@link #init} again: the punctuator and the meters of its former life must not remain beside the new
     * ones.
     */
    @Override
    public void close() {
        if (ticking != null) {
            ticking.cancel();
            ticking = null;
        }
        if (meters != null) {
            meters.close();
            meters = null;
        }
    }

    @Override
    public void process(Record<String, FrontierInput> record) {
        long now = context().currentSystemTimeMs();
        record.value().apply(frontier, now);
        frontier.release(now);
    }
}
