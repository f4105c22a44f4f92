package io.copydesk.standalone.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Lets pages pass as far apart as they were fetched, {@code speed} times as fast; 0 lets them pass at once. */
public final class Pace {

    private final double speed;
    private @Nullable Instant first;
    private long startNanos;

    /** A pace of {@code speed} times the original. */
    public Pace(double speed) {
        this.speed = speed;
    }

    /** Waits until a page fetched at this time is due; one without a time passes at once. */
    public void await(@Nullable Instant fetched) throws InterruptedException {
        if (speed == 0 || fetched == null) {
            return;
        }
        if (first == null) {
            first = fetched;
            startNanos = System.nanoTime();
        }
        double due = Duration.between(first, fetched).toNanos() / speed;
        long wait = (long) due - (System.nanoTime() - startNanos);
        if (wait > 0) {
            TimeUnit.NANOSECONDS.sleep(wait);
        }
    }
}
