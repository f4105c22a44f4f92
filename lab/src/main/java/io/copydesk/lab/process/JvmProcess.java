package io.copydesk.lab.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A main class in a JVM of its own. For one thread. */
public final class JvmProcess implements AutoCloseable {

    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Process process;

    private JvmProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts it on the class path of this JVM.
     *
     * @param log stdout and stderr are appended to it
     * @param options of the JVM, beside those for a quick start
     */
    public static JvmProcess start(Path log, Class<?> main, List<String> options, List<String> arguments)
            throws IOException {
        return start(log, System.getProperty("java.class.path"), main.getName(), options, arguments);
    }

    /** The same on another class path: another version of the product. */
    public static JvmProcess start(
            Path log, String classPath, String main, List<String> options, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main));
        command.addAll(arguments);
        return new JvmProcess(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start());
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until it has ended and returns its exit code; kills it after {@code limit}, which gives the code of a killed one. */
    public int await(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
        }
        return process.exitValue();
    }

    /** Kills it (SIGKILL). */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Stops it (SIGTERM) and returns how long that took; {@code limit} when it had to be killed. */
    public Duration stop(Duration limit) throws InterruptedException {
        long begun = System.nanoTime();
        process.destroy();
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
            return limit;
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Lets it do nothing until {@link #resume} (SIGSTOP). */
    public void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** Lets it go on (SIGCONT). */
    public void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("cannot send SIG" + name + " to process " + process.pid());
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
