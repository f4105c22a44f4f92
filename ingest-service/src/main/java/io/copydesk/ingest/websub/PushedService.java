package io.copydesk.ingest.websub;

import io.copydesk.kit.failure.FailureText;
import io.copydesk.kit.health.Health;
import io.copydesk.kit.metrics.Metrics;
import io.copydesk.kit.metrics.PushMeters;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.kit.streams.RunningService;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The frontier, with the callback that hubs send to beside it. Any instance takes what is sent for any feed: it knows all subscriptions and writes to
 * the task of the feed. Thread-safe.
 */
public final class PushedService implements RunningService {

    private static final Logger LOG = LoggerFactory.getLogger(PushedService.class);

    private final RunningService frontier;
    private final InetSocketAddress bind;
    private final int maxBody;
    private final Clock clock;
    private final PushMeters meters;
    private final HubSubscriptions subscriptions;
    private final PushOutput output;
    private final CompletableFuture<Void> broken = new CompletableFuture<>();
    private @Nullable PushListener listener;

    /**
     * Beside {@code frontier}, which is started and closed with it.
     *
     * @param bind where to listen; port 0 for any free one
     * @param maxBody the most bytes of a message
     */
    public PushedService(
            RunningService frontier,
            String prefix,
            KafkaSettings kafka,
            InetSocketAddress bind,
            int maxBody,
            Clock clock,
            PushMeters meters) {
        this.frontier = frontier;
        this.bind = bind;
        this.maxBody = maxBody;
        this.clock = clock;
        this.meters = meters;
        this.subscriptions = new HubSubscriptions(prefix, kafka, this::failed);
        this.output = new PushOutput(prefix, kafka);
    }

    private void failed(RuntimeException problem) {
        LOG.error("the subscriptions at hubs can no longer be followed", problem);
        broken.completeExceptionally(
                new IllegalStateException("the callback for hubs has stopped: " + FailureText.of(problem), problem));
    }

    @Override
    public String group() {
        return frontier.group();
    }

    /** Listens first: what is sent is stored, and read when the frontier has its state. */
    @Override
    public void start() throws InterruptedException {
        subscriptions.start();
        synchronized (this) {
            try {
                listener = PushListener.start(
                        bind, maxBody, subscriptions::isComplete, subscriptions::of, output, clock, meters);
                LOG.info("hubs are answered on port {}", listener.port());
            } catch (IOException e) {
                throw new IllegalStateException(
                        "frontier.callback-bind: cannot listen on " + bind + ": " + e.getMessage(), e);
            }
        }
        frontier.start();
    }

    /** The port that is listened on, 0 when it is not. */
    public synchronized int port() {
        return listener == null ? 0 : listener.port();
    }

    @Override
    public CompletableFuture<Void> ended() {
        CompletableFuture<Void> either = new CompletableFuture<>();
        frontier.ended().whenComplete((done, problem) -> complete(either, problem));
        broken.whenComplete((done, problem) -> complete(either, problem));
        return either;
    }

    private static void complete(CompletableFuture<Void> future, @Nullable Throwable problem) {
        if (problem == null) {
            future.complete(null);
        } else {
            future.completeExceptionally(problem);
        }
    }

    @Override
    public Health live() {
        return broken.isCompletedExceptionally() ? Health.failing("CALLBACK STOPPED") : frontier.live();
    }

    @Override
    public Health ready() {
        return broken.isCompletedExceptionally() ? live() : frontier.ready();
    }

    @Override
    public AutoCloseable bind(Metrics metrics) {
        return frontier.bind(metrics);
    }

    @Override
    public void close() {
        PushListener listening;
        synchronized (this) {
            listening = listener;
        }
        if (listening != null) {
            listening.close();
        }
        subscriptions.close();
        frontier.close();
        output.close();
    }
}
