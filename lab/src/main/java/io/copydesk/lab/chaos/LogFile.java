package io.copydesk.lab.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** The log of a process, from a place on. */
final class LogFile {

    private static final long PAUSE_MILLIS = 5;

    private final Path file;
    private final int from;

    private LogFile(Path file, int from) {
        this.file = file;
        this.from = from;
    }

    /** What is written to {@code file} from now on. */
    static LogFile fromNowOn(Path file) throws IOException {
        return new LogFile(file, Files.exists(file) ? (int) Files.size(file) : 0);
    }

    /** All of it. */
    static LogFile whole(Path file) {
        return new LogFile(file, 0);
    }

    boolean has(Pattern text) throws IOException {
        return text.matcher(text()).find();
    }

    String text() throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        byte[] all = Files.readAllBytes(file);
        return from >= all.length ? "" : new String(all, from, all.length - from, StandardCharsets.UTF_8);
    }

    /** Waits until {@code text} is written, while {@code process} lives and no longer than {@code limit}; returns whether it was. */
    boolean await(Pattern text, BooleanSupplier alive, Duration limit) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (!has(text)) {
            if (!alive.getAsBoolean() || System.nanoTime() - begun > limit.toNanos()) {
                return has(text);
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        return true;
    }
}
