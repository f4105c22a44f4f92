package io.copydesk.lab.chaos;

import io.copydesk.lab.process.JvmProcess;
import io.copydesk.lab.process.ProcessLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One process of a deployment, which can be started again and again. For one thread. */
final class Member implements AutoCloseable {

    private static final String HEAP = "-Xmx512m";

    /** What broker and services log when they are ready. */
    private static final Pattern RUNNING = Pattern.compile(
            "(broker|clean|frontier|fetch|enrich|(ingest|enrich)-service) is running|Kafka Server started");

    private static final Duration START = Duration.ofMinutes(2);

    private final String name;
    private final String main;
    private final List<String> arguments;
    private final List<String> options = new ArrayList<>(List.of(HEAP));
    private final Path log;
    private @Nullable JvmProcess process;
    private LogFile sinceStart;
    private boolean wanted;

    /** Of the version that it runs from its next start on. */
    private String classPath = System.getProperty("java.class.path");

    Member(String name, Class<?> main, List<String> arguments, Path folder) throws IOException {
        this(name, main.getName(), arguments, folder);
    }

    /** @param main the name of a class that this project must not refer to */
    Member(String name, String main, List<String> arguments, Path folder) throws IOException {
        this.name = name;
        this.main = main;
        this.arguments = arguments;
        this.log = folder.resolve(name + ".log");
        this.options.addAll(ProcessLog.optionsOfAnyVersion(folder));
        this.sinceStart = LogFile.fromNowOn(log);
    }

    String name() {
        return name;
    }

    void start() throws IOException {
        sinceStart = LogFile.fromNowOn(log);
        process = JvmProcess.start(log, classPath, main, options, arguments);
        wanted = true;
    }

    /**
     * Runs another version from its next start on.
     *
     * @param home of its distribution; {@code null} for the present version
     */
    void setVersion(@Nullable Path home) {
        classPath = home == null
                ? System.getProperty("java.class.path")
                : home.resolve("lib").resolve("*").toString();
    }

    /** Waits until it says that it runs. */
    void awaitRunning() throws IOException, InterruptedException {
        if (!awaitLog(RUNNING, START)) {
            throw new IllegalStateException(name + " did not start within " + START.toSeconds() + " s; see " + log);
        }
    }

    /** Waits until its log of this start has {@code text}. */
    boolean awaitLog(Pattern text, Duration limit) throws IOException, InterruptedException {
        return sinceStart.await(text, this::isAlive, limit);
    }

    /** The first group of the first match of {@code text} in its log of this start. */
    Optional<String> logged(Pattern text) throws IOException {
        Matcher matcher = text.matcher(sinceStart.text());
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Whether its log of this start has {@code text}. */
    boolean hasLogged(Pattern text) throws IOException {
        return sinceStart.has(text);
    }

    /** What it logs from now on. */
    LogFile logFromNowOn() throws IOException {
        return LogFile.fromNowOn(log);
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Starts it again when it ended although it was neither killed nor stopped; returns whether it had. */
    boolean revive() throws IOException {
        if (wanted && !isAlive()) {
            start();
            return true;
        }
        return false;
    }

    void kill() throws InterruptedException {
        wanted = false;
        if (process != null) {
            process.kill();
        }
    }

    void stop(Duration limit) throws InterruptedException {
        wanted = false;
        started().stop(limit);
    }

    void pause() throws IOException, InterruptedException {
        started().pause();
    }

    void resume() throws IOException, InterruptedException {
        started().resume();
    }

    private JvmProcess started() {
        return Objects.requireNonNull(process, () -> name + " was never started");
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
