package io.copydesk.kit.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/** Counts what WebSub hubs send to the callback. Thread-safe. */
public final class PushMeters {

    private final @Nullable MeterRegistry registry;

    private PushMeters(@Nullable MeterRegistry registry) {
        this.registry = registry;
    }

    /** In the registry of {@code meters}; {@code null} to show nothing. */
    public static PushMeters of(@Nullable TopicMeters meters) {
        return new PushMeters(meters == null ? null : meters.registry());
    }

    /**
     * A request was answered.
     *
     * @param result in a word, of few
     */
    public void received(String result) {
        if (registry != null) {
            Counter.builder("copydesk.pushes")
                    .description("Requests of WebSub hubs to the callback, by what became of them")
                    .tag("result", result)
                    .register(registry)
                    .increment();
        }
    }
}
