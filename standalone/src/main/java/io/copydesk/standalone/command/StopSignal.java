package io.copydesk.standalone.command;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command that runs until it is stopped end in order: the process's end (Ctrl-C) waits until the command has closed this, but
 * not for ever. Thread-safe.
 */
final class StopSignal implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(9);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Runnable gaveUp;

    private StopSignal(Runnable gaveUp) {
        this.gaveUp = gaveUp;
    }

    /**
     * A signal that this process's end gives.
     *
     * @param gaveUp called when the command takes too long to end
     */
    static StopSignal ofProcess(Runnable gaveUp) {
        StopSignal signal = new StopSignal(gaveUp);
        Runtime.getRuntime().addShutdownHook(new Thread(signal::ask, "copydesk-stop"));
        return signal;
    }

    /** Waits for the signal; whether it was given within {@code time}. */
    boolean await(Duration time) throws InterruptedException {
        return asked.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether the signal was given. */
    boolean isGiven() {
        return asked.getCount() == 0;
    }

    private void ask() {
        asked.countDown();
        try {
            if (!done.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                gaveUp.run();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The command has ended. */
    @Override
    public void close() {
        done.countDown();
    }
}
