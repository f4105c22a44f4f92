package io.copydesk.standalone.pipeline;

import io.copydesk.console.ConsoleService;
import io.copydesk.console.ConsoleSettings;
import io.copydesk.kit.failure.FailureText;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The console of a pipeline that runs in this JVM. Nothing depends on it: one that cannot start is reported and left out. */
public final class LocalConsole implements AutoCloseable {

    private final @Nullable ConsoleService service;

    private LocalConsole(@Nullable ConsoleService service) {
        this.service = service;
    }

    /** None. */
    public static LocalConsole none() {
        return new LocalConsole(null);
    }

    /**
     * Starts the console of {@code pipeline}.
     *
     * @param problem receives a sentence when it cannot start
     */
    public static LocalConsole start(LocalPipeline pipeline, ConsoleSettings settings, Consumer<String> problem)
            throws InterruptedException {
        ConsoleService service = new ConsoleService(
                pipeline.prefix(),
                pipeline.partitions(),
                settings,
                pipeline.cluster().kafka(),
                pipeline.cluster().state(),
                Clock.systemUTC());
        try {
            service.start();
            return new LocalConsole(service);
        } catch (RuntimeException e) {
            service.close();
            problem.accept(FailureText.of(e));
            return none();
        }
    }

    /** The address to open in a browser; empty without a console. */
    public Optional<String> url() {
        return Optional.ofNullable(service).map(ConsoleService::url);
    }

    @Override
    public void close() {
        if (service != null) {
            service.close();
        }
    }
}
