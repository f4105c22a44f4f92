package io.copydesk.kit.streams;

import io.copydesk.kit.failure.Causes;
import io.copydesk.kit.failure.FailureText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when a stream thread fails: replaced when the cause may pass, up to a number of times within a window;
 * otherwise the client stops and the cause is kept. Unlimited replacement would hide a permanent fault; none
 * would let a broker's restart end the service.
 *
 * <p>Safe for use by several threads.
 */
final class FailurePolicy implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FailurePolicy.class);

    private final int replacements;
    private final Duration window;
    private final Clock clock;
    private final Consumer<String> replaced;
    private final Deque<Instant> recent = new ArrayDeque<>();
    private @Nullable Throwable failure;

    /** @param replaced receives the name of each thread that is replaced, on that thread */
    FailurePolicy(int replacements, Duration window, Clock clock, Consumer<String> replaced) {
        this.replacements = replacements;
        this.window = window;
        this.clock = clock;
        this.replaced = replaced;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable exception) {
        Instant now = clock.instant();
        recent.removeIf(earlier -> !earlier.plus(window).isAfter(now));
        if (mayPass(exception) && recent.size() < replacements) {
            recent.addLast(now);
            LOG.warn("A stream thread failed and is replaced ({} of {})", recent.size(), replacements, exception);
            replaced.accept(Thread.currentThread().getName());
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        FailureText.ofOperator(exception)
                .ifPresentOrElse(
                        cause -> LOG.error("A stream thread failed and is not replaced; the client stops: {}", cause),
                        () -> LOG.error("A stream thread failed and is not replaced; the client stops", exception));
        if (failure == null) {
            failure = exception;
        }
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    /** What ended the client, empty while it has not failed. */
    synchronized Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    private static boolean mayPass(Throwable exception) {
        return Causes.of(exception).stream().anyMatch(RetriableException.class::isInstance);
    }
}
