package io.copydesk.lab.live;

import io.copydesk.lab.process.JvmProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits beside processes that are expected to run. For one thread. */
final class Running {

    private static final long PAUSE_MILLIS = 50;

    private Running() {}

    /**
     * Lets them run until the condition holds.
     *
     * @param processes by name
     * @param logs where their words are, for the message of the failure
     * @return false if the condition did not hold within {@code limit}
     * @throws IllegalStateException if one of them has ended
     */
    static boolean until(BooleanSupplier condition, Duration limit, Map<String, JvmProcess> processes, Path logs)
            throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            processes.forEach((name, process) -> {
                if (!process.isAlive()) {
                    throw new IllegalStateException(name + " has ended by itself; its log is in " + logs);
                }
            });
            if (System.nanoTime() > end) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        return true;
    }
}
