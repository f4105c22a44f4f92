package io.copydesk.standalone.pipeline;

import io.copydesk.verify.state.UnprocessedRecords;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** Waits until a pipeline is at rest: in every topic that a service reads, its committed offset has reached the end. */
final class Settlement {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final UnprocessedRecords unprocessed;
    private final Runnable alive;

    Settlement(UnprocessedRecords unprocessed, Runnable alive) {
        this.unprocessed = unprocessed;
        this.alive = alive;
    }

    /** Waits until no offset is open; {@code progress} receives the number of open offsets whenever it changes. */
    void await(LongConsumer progress) throws InterruptedException {
        long last = -1;
        long moved = System.nanoTime();
        while (true) {
            alive.run();
            long open = open();
            if (open == 0) {
                progress.accept(0);
                return;
            }
            if (open != last) {
                last = open;
                moved = System.nanoTime();
                progress.accept(open);
            } else if (System.nanoTime() - moved > PATIENCE.toNanos()) {
                throw new IllegalStateException(open + " records have waited for " + PATIENCE.toMinutes()
                        + " minutes without any being processed; see the log above");
            }
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        }
    }

    private long open() throws InterruptedException {
        try {
            return unprocessed.count();
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot list the offsets of the consumer groups", e);
        }
    }
}
