package io.copydesk.standalone.pipeline;

import io.copydesk.kit.failure.FailureText;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits until a pipeline is at rest: in every topic that a service reads, its committed offset has reached the end. A cluster
 * that does not answer for a while is waited for as records are.
 */
final class Settlement {

    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** The number of offsets between what is committed and the end, as the cluster says. */
    interface Remaining {
        long count() throws ExecutionException, InterruptedException;
    }

    private final Remaining unprocessed;
    private final Runnable alive;
    private final Duration patience;

    Settlement(Remaining unprocessed, Runnable alive) {
        this(unprocessed, alive, PATIENCE);
    }

    Settlement(Remaining unprocessed, Runnable alive, Duration patience) {
        this.unprocessed = unprocessed;
        this.alive = alive;
        this.patience = patience;
    }

    /**
     * Waits until no offset is open; {@code progress} receives the number of open offsets whenever it changes.
     *
     * @throws IllegalStateException when the cluster refuses, or has neither answered with another number nor answered at all for
     *     five minutes
     */
    void await(LongConsumer progress) throws InterruptedException {
        long last = -1;
        long moved = System.nanoTime();
        while (true) {
            alive.run();
            boolean late = System.nanoTime() - moved > patience.toNanos();
            try {
                long open = unprocessed.count();
                if (open == 0) {
                    progress.accept(0);
                    return;
                }
                if (open != last) {
                    last = open;
                    moved = System.nanoTime();
                    progress.accept(open);
                } else if (late) {
                    throw new IllegalStateException(open + " records have waited for " + patience.toMinutes()
                            + " minutes without any being processed; see the log above");
                }
            } catch (ExecutionException e) {
                if (late || !(e.getCause() instanceof RetriableException)) {
                    throw new IllegalStateException(
                            "cannot list the offsets of the consumer groups: " + FailureText.of(e), e);
                }
                LOG.warn(
                        "the cluster does not say how far its consumer groups are; asking again: {}",
                        FailureText.of(e));
            }
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        }
    }
}
