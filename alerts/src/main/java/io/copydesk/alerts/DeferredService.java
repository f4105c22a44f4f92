package io.copydesk.alerts;

import io.copydesk.kit.health.Health;
import io.copydesk.kit.metrics.Metrics;
import io.copydesk.kit.streams.RunningService;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A service that is made and started when there is work for it; until then it is well and costs nothing. Safe for use by several threads. */
final class DeferredService implements RunningService {

    private static final Logger LOG = LoggerFactory.getLogger(DeferredService.class);

    private final String group;
    private final Supplier<RunningService> maker;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private @Nullable RunningService made;
    private @Nullable Metrics metrics;
    private @Nullable AutoCloseable bound;
    private boolean started;
    private boolean closed;

    /** @param maker makes it; it has this group */
    DeferredService(String group, Supplier<RunningService> maker) {
        this.group = group;
        this.maker = maker;
    }

    /** Makes it, so that what is wrong with its settings is known. */
    synchronized RunningService make() {
        RunningService known = made;
        if (known == null) {
            known = maker.get();
            made = known;
            if (metrics != null) {
                bound = known.bind(metrics);
            }
            known.ended().whenComplete((done, problem) -> end(problem));
        }
        return known;
    }

    private void end(@Nullable Throwable problem) {
        if (problem == null) {
            ended.complete(null);
        } else {
            ended.completeExceptionally(problem);
        }
    }

    @Override
    public String group() {
        return group;
    }

    /** Starts it, and returns when it works, as {@link RunningService#start} says. */
    @Override
    public void start() throws InterruptedException {
        RunningService service = starting();
        if (service != null) {
            service.start();
        }
    }

    /** Starts it on a thread of its own unless it was started. */
    void startLater() {
        RunningService service = starting();
        if (service != null) {
            LOG.info("there are rules now: {} starts", group);
            new Thread(() -> run(service), "copydesk-start-alerts").start();
        }
    }

    private void run(RunningService service) {
        try {
            service.start();
        } catch (RuntimeException e) {
            ended.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable RunningService starting() {
        if (started || closed) {
            return null;
        }
        RunningService service = make();
        started = true;
        return service;
    }

    @Override
    public CompletableFuture<Void> ended() {
        return ended.copy();
    }

    @Override
    public synchronized Health live() {
        if (ended.isCompletedExceptionally()) {
            return Health.failing("STOPPED");
        }
        return made == null || !started ? Health.ok("NO RULES") : made.live();
    }

    @Override
    public synchronized Health ready() {
        Health live = live();
        return made == null || !started || !live.ok() ? live : made.ready();
    }

    @Override
    public synchronized AutoCloseable bind(Metrics target) {
        metrics = target;
        if (made != null) {
            bound = made.bind(target);
        }
        return this::unbind;
    }

    private synchronized void unbind() throws Exception {
        metrics = null;
        if (bound != null) {
            bound.close();
            bound = null;
        }
    }

    @Override
    public void close() {
        RunningService service;
        synchronized (this) {
            closed = true;
            service = made;
        }
        if (service != null) {
            service.close();
        }
        ended.complete(null);
    }
}
