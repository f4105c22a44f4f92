package io.copydesk.alerts;

import io.copydesk.alerts.webhook.Webhooks;
import io.copydesk.kit.health.Health;
import io.copydesk.kit.metrics.Metrics;
import io.copydesk.kit.streams.RunningService;
import java.util.concurrent.CompletableFuture;

/** The application that raises alerts, with those who send them beside it. Thread-safe. */
final class AlertsService implements RunningService {

    private final RunningService raising;
    private final Webhooks webhooks;

    /** Both are started and closed with this. */
    AlertsService(RunningService raising, Webhooks webhooks) {
        this.raising = raising;
        this.webhooks = webhooks;
    }

    @Override
    public String group() {
        return raising.group();
    }

    @Override
    public void start() throws InterruptedException {
        webhooks.start();
        raising.start();
    }

    @Override
    public CompletableFuture<Void> ended() {
        return CompletableFuture.anyOf(raising.ended(), webhooks.ended()).thenApply(done -> null);
    }

    @Override
    public Health live() {
        return webhooks.ended().isCompletedExceptionally() ? Health.failing("WEBHOOK STOPPED") : raising.live();
    }

    @Override
    public Health ready() {
        Health live = live();
        if (!live.ok()) {
            return live;
        }
        return webhooks.isReady() ? raising.ready() : Health.failing("JOINING");
    }

    @Override
    public AutoCloseable bind(Metrics metrics) {
        return raising.bind(metrics);
    }

    @Override
    public void close() {
        webhooks.close();
        raising.close();
    }
}
