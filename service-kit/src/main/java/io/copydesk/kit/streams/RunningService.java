package io.copydesk.kit.streams;

import io.copydesk.kit.health.Health;
import io.copydesk.kit.metrics.Metrics;
import java.util.Collection;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A part of the pipeline that works within a process until it is closed or fails. Started once. Safe for use by several threads. */
public interface RunningService extends AutoCloseable {

    /** Its consumer group. */
    String group();

    /**
     * Starts it, and waits while its state is restored; it is to be closed whether or not that succeeds.
     *
     * @throws RuntimeException when it cannot start
     */
    void start() throws InterruptedException;

    /** Completes when it was closed; exceptionally when it stopped by itself. */
    CompletableFuture<Void> ended();

    /** Alive until it has failed or is closed: only a restart helps then. */
    Health live();

    /** Whether it works now. */
    Health ready();

    /** Adds the figures of its Kafka clients to {@code metrics}; closing the result removes them. */
    AutoCloseable bind(Metrics metrics);

    /**
     * Starts all at once, as each waits for the cluster more than it works, and returns when all have started.
     *
     * @throws RuntimeException when one cannot start; the others are then not waited for
     */
    static void startAll(Collection<? extends RunningService> services) throws InterruptedException {
        startAll(services, () -> false);
    }

    /**
     * The same, for as long as it is wanted.
     *
     * @param unwanted whether to give up, asked several times a second
     * @throws CancellationException when it was given up; the services are to be closed all the same
     */
    static void startAll(Collection<? extends RunningService> services, BooleanSupplier unwanted)
            throws InterruptedException {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            CompletionService<Void> starts = new ExecutorCompletionService<>(threads);
            services.forEach(service -> starts.submit(() -> {
                service.start();
                return null;
            }));
            for (int i = 0; i < services.size(); i++) {
                Future<Void> next = starts.poll();
                while (next == null) {
                    if (unwanted.getAsBoolean()) {
                        throw new CancellationException("stopped while it was starting");
                    }
                    next = starts.poll(100, TimeUnit.MILLISECONDS);
                }
                next.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** Closes all at once: none needs another to stop, and together they must not take longer than a user waits. */
    static void closeAll(Collection<RunningService> services) {
        CompletableFuture.allOf(services.stream()
                        .map(service -> CompletableFuture.runAsync(service::close))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    /** Completes what was begun, within the time that its settings give, and ends. */
    @Override
    void close();
}
