package io.copydesk.standalone.command;

import io.copydesk.ingest.archive.ReadProgress;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Reports how far the reading of archives is, how fast, and when it will be done at that rate. For one thread.
 */
final class ReadingPace implements ReadProgress {

    private static final double NANOS = 1e9;

    /** Before this much time has passed a rate says little. */
    private static final double SETTLED_SECONDS = 2;

    private final Console console;
    private final String done;
    private final LongSupplier nanoTime;
    private final long begun;

    /**
     * A report to the console.
     *
     * @param done what was done to an item, such as {@code read}
     * @param nanoTime {@link System#nanoTime}
     */
    ReadingPace(Console console, String done, LongSupplier nanoTime) {
        this.console = console;
        this.done = done;
        this.nanoTime = nanoTime;
        this.begun = nanoTime.getAsLong();
    }

    @Override
    public void advanced(long bytesRead, long bytesTotal, long items) {
        console.progress(line(bytesRead, bytesTotal, items));
    }

    /** The line: items, share of the bytes, items a second, and the time that is left. */
    String line(long bytesRead, long bytesTotal, long items) {
        double seconds = (nanoTime.getAsLong() - begun) / NANOS;
        String line = done + " " + items + " items, " + (bytesTotal == 0 ? 100 : bytesRead * 100 / bytesTotal) + " %";
        if (seconds < SETTLED_SECONDS) {
            return line;
        }
        line += String.format(Locale.ROOT, ", %.0f a second", items / seconds);
        return bytesRead == 0 || bytesRead >= bytesTotal
                ? line
                : line + ", " + left(seconds * (bytesTotal - bytesRead) / bytesRead) + " left";
    }

    private static String left(double seconds) {
        long whole = Math.max(1, Math.round(seconds));
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600 ? (whole + 30) / 60 + " min" : String.format(Locale.ROOT, "%.1f h", whole / 3600.0);
    }
}
