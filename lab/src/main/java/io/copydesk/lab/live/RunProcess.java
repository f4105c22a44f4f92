package io.copydesk.lab.live;

import io.copydesk.standalone.Copydesk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code copydesk run} in a JVM of its own. For one thread. */
final class RunProcess implements AutoCloseable {

    private final Process process;

    private RunProcess(Process process) {
        this.process = process;
    }

    /** Starts it; stdout and stderr are appended to {@code log}. */
    static RunProcess start(Path log, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Copydesk.class.getName(),
                "run"));
        command.addAll(arguments);
        return new RunProcess(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Kills it (SIGKILL). */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Stops it (SIGTERM) and returns how long that took; {@code limit} when it had to be killed. */
    Duration stop(Duration limit) throws InterruptedException {
        long begun = System.nanoTime();
        process.destroy();
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
            return limit;
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
