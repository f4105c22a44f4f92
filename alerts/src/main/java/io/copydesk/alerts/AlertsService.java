package io.copydesk.alerts;

import io.copydesk.alerts.added.LiveRules;
import io.copydesk.alerts.added.RuleFollower;
import io.copydesk.alerts.webhook.Webhooks;
import io.copydesk.kit.health.Health;
import io.copydesk.kit.metrics.Metrics;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.kit.streams.RunningService;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The application that raises alerts, which starts with the first rule, with the reader of added rules and those who send alerts beside
 * it. Safe for use by several threads.
 */
final class AlertsService implements RunningService {

    private final LiveRules rules;
    private final DeferredService raising;
    private final @Nullable Webhooks webhooks;
    private final Duration patience;
    private final RuleFollower follower;
    private final CompletableFuture<Void> unread = new CompletableFuture<>();

    /**
     * All are started and closed with this.
     *
     * @param prefix of the topics
     * @param patience for the topic of rules to be read
     */
    AlertsService(
            String prefix,
            KafkaSettings kafka,
            Duration patience,
            LiveRules rules,
            DeferredService raising,
            @Nullable Webhooks webhooks) {
        this.rules = rules;
        this.raising = raising;
        this.webhooks = webhooks;
        this.patience = patience;
        this.follower = new RuleFollower(prefix, kafka, rules, this::changed, unread::completeExceptionally);
    }

    private void changed() {
        if (!rules.isEmpty()) {
            raising.startLater();
        }
    }

    @Override
    public String group() {
        return raising.group();
    }

    @Override
    public void start() throws InterruptedException {
        if (webhooks != null) {
            webhooks.start();
        }
        follower.start(patience);
        if (!rules.isEmpty()) {
            raising.start();
        }
    }

    @Override
    public CompletableFuture<Void> ended() {
        Stream<CompletableFuture<?>> parts = Stream.concat(
                Stream.of(raising.ended(), unread), Stream.ofNullable(webhooks).map(Webhooks::ended));
        return CompletableFuture.anyOf(parts.toArray(CompletableFuture[]::new)).thenApply(done -> null);
    }

    @Override
    public Health live() {
        if (unread.isCompletedExceptionally()) {
            return Health.failing("RULES NOT READ");
        }
        return webhooks != null && webhooks.ended().isCompletedExceptionally()
                ? Health.failing("WEBHOOK STOPPED")
                : raising.live();
    }

    @Override
    public Health ready() {
        Health live = live();
        if (!live.ok()) {
            return live;
        }
        return webhooks == null || webhooks.isReady() ? raising.ready() : Health.failing("JOINING");
    }

    @Override
    public AutoCloseable bind(Metrics metrics) {
        return raising.bind(metrics);
    }

    @Override
    public void close() {
        follower.close();
        if (webhooks != null) {
            webhooks.close();
        }
        raising.close();
    }
}
