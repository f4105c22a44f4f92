package io.copydesk.kit.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/** Counts what became of alerts that were sent to webhooks. Thread-safe. */
public final class WebhookMeters {

    private final @Nullable MeterRegistry registry;

    private WebhookMeters(@Nullable MeterRegistry registry) {
        this.registry = registry;
    }

    /** In the registry of {@code meters}; {@code null} to show nothing. */
    public static WebhookMeters of(@Nullable TopicMeters meters) {
        return new WebhookMeters(meters == null ? null : meters.registry());
    }

    /**
     * An attempt to send an alert ended.
     *
     * @param webhook name of the receiver
     * @param result in a word, of few
     */
    public void sent(String webhook, String result) {
        if (registry != null) {
            Counter.builder("copydesk.webhooks")
                    .description("Attempts to send alerts to webhooks, by what became of them")
                    .tag("webhook", webhook)
                    .tag("result", result)
                    .register(registry)
                    .increment();
        }
    }
}
