package io.copydesk.ingest.frontier;

import io.copydesk.ingest.websub.Tokens;
import io.copydesk.kit.metrics.WatchMeters;
import java.time.Duration;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * The {@link Frontier} as an operator: inputs in, records of {@link FrontierSinks} out, and a punctuator for what is due next. Kafka
 * Streams commits a transaction after each punctuation, whether it changed anything or not, so there is none while nothing is due.
 */
final class FrontierProcessor extends ContextualProcessor<String, FrontierInput, String, Object> {

    /** However late the next turn is: it must not be much later when the clock is set. */
    private static final long LONGEST_WAIT = Duration.ofMinutes(1).toMillis();

    private final String prefix;
    private final FrontierSettings settings;
    private final String productToken;
    private final long tick;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init first
    private Frontier frontier;

    private @Nullable Cancellable scheduled;

    /** The time of the next punctuation, if one is scheduled. */
    private long wakesAt;

    private @Nullable WatchMeters meters;

    /** @param tick between two looks for what is due, at the least */
    FrontierProcessor(String prefix, FrontierSettings settings, String productToken, Duration tick) {
        this.prefix = prefix;
        this.settings = settings;
        this.productToken = productToken;
        this.tick = tick.toMillis();
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        super.init(context);
        meters = WatchMeters.of(context);
        FrontierStores stores = new FrontierStores(context, meters);
        frontier = new Frontier(
                settings, productToken, stores, new FrontierSinks(prefix, context), Tokens.secure(), meters);
        frontier.resume();
        schedule(context.currentSystemTimeMs());
    }

    private void release(long now) {
        frontier.release(now);
        schedule(now);
    }

    /** Has it woken up when something is due, a tick from now at the soonest. */
    private void schedule(long now) {
        long next = frontier.nextTurn();
        long at = Math.min(Math.max(next, now + tick), now + LONGEST_WAIT);
        if (scheduled != null && now < wakesAt && wakesAt <= at) {
            return;
        }
        cancel();
        if (next < Long.MAX_VALUE) {
            wakesAt = at;
            scheduled = context().schedule(Duration.ofMillis(at - now), PunctuationType.WALL_CLOCK_TIME, this::release);
        }
    }

    private void cancel() {
        if (scheduled != null) {
            scheduled.cancel();
            scheduled = null;
        }
    }

    /**
     * A task that is revived calls {@link #init} again: the punctuator and the meters of its former life must not remain beside the new
     * ones.
     */
    @Override
    public void close() {
        cancel();
        if (meters != null) {
            meters.close();
            meters = null;
        }
    }

    @Override
    public void process(Record<String, FrontierInput> record) {
        long now = context().currentSystemTimeMs();
        record.value().apply(frontier, now);
        release(now);
    }
}
