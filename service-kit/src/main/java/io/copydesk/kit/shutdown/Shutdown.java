package io.copydesk.kit.shutdown;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes what was opened, the last first, within a time limit over all.
 *
 * <p>A thing that throws is logged and the rest are closed; a thing that hangs is given up on when the time
 * is over, since an
 * orchestrator would kill the process then anyway. Safe for use by several threads.
 */
public final class Shutdown implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

    private final Duration limit;
    private final Deque<Step> steps = new ArrayDeque<>();
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile String closing = "nothing";

    /**
     * Nothing to close yet.
     *
     * @param limit for all steps together
     */
    public Shutdown(Duration limit) {
        this.limit = limit;
    }

    /** Adds a thing that ends before everything that was added earlier. Ignored once closing has begun. */
    public synchronized Shutdown add(String name, AutoCloseable thing) {
        steps.addFirst(new Step(name, thing));
        return this;
    }

    /** Makes the JVM's end (SIGTERM, Ctrl-C, {@code System.exit}) close everything. */
    public Shutdown install() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "shutdown"));
        return this;
    }

    /** Closes everything; a second caller waits for the first. Returns after the limit at the latest. */
    @Override
    public void close() {
        if (begun.compareAndSet(false, true)) {
            Thread closer = new Thread(this::closeAll, "shutdown-steps");
            closer.setDaemon(true);
            closer.start();
        }
        try {
            if (!done.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.error("Shutdown took longer than {} ms; given up while closing {}", limit.toMillis(), closing);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeAll() {
        Deque<Step> todo;
        synchronized (this) {
            todo = new ArrayDeque<>(steps);
        }
        for (Step step : todo) {
            closing = step.name;
            try {
                step.thing.close();
            } catch (Exception e) {
                LOG.warn("Closing {} failed", step.name, e);
            }
        }
        done.countDown();
    }

    private record Step(String name, AutoCloseable thing) {}
}
