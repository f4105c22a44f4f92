package io.copydesk.ingest.fetch;

import io.copydesk.ingest.fetch.backend.HttpBackend;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * What the exchanges of one fetcher share: backend, timer, resolver pool and worker pool. The number of threads does not depend
 * on the number of open exchanges. Thread-safe.
 */
final class FetchResources implements AutoCloseable {

    private static final int IDLE_SECONDS = 10;

    private final FetchSettings settings;
    private final HostResolver resolver;
    private final Clock clock;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, threads("fetch-timer"));
    private final ExecutorService resolvers;
    private final ExecutorService workers;
    private final HttpBackend backend;

    /** @param backend makes the backend; its argument is the timer */
    FetchResources(
            FetchSettings settings,
            HostResolver resolver,
            Clock clock,
            Function<ScheduledExecutorService, HttpBackend> backend) {
        this.settings = settings;
        this.resolver = resolver;
        this.clock = clock;
        timer.setRemoveOnCancelPolicy(true);
        resolvers = pool(settings.resolverThreads(), "fetch-resolver");
        workers = pool(Math.max(2, Runtime.getRuntime().availableProcessors()), "fetch-worker");
        this.backend = backend.apply(timer);
    }

    FetchSettings settings() {
        return settings;
    }

    HostResolver resolver() {
        return resolver;
    }

    Clock clock() {
        return clock;
    }

    ScheduledExecutorService timer() {
        return timer;
    }

    /** For look-ups, which block. */
    ExecutorService resolvers() {
        return resolvers;
    }

    /** For decoding, and for the stages that callers add to results. */
    ExecutorService workers() {
        return workers;
    }

    HttpBackend backend() {
        return backend;
    }

    @Override
    public void close() {
        backend.close();
        timer.shutdownNow();
        resolvers.shutdownNow();
        workers.shutdown();
    }

    private static ExecutorService pool(int size, String name) {
        // After the shutdown a task runs in the thread that submits it, so that every result is completed.
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                size,
                size,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                threads(name),
                (task, closed) -> task.run());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static ThreadFactory threads(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
