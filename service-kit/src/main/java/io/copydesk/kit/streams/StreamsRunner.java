package io.copydesk.kit.streams;

import io.copydesk.kit.failure.FailureText;
import io.copydesk.kit.health.Health;
import io.copydesk.kit.metrics.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one topology from start to stop.
 *
 * <pre>{@code
 * try (StreamsRunner runner = new StreamsRunner(application, Clock.systemUTC())) {
 *     runner.start();
 *     runner.awaitEnd();
 * }
 * }</pre>
 *
 * <p>It can be started once. Safe for use by several threads.
 */
public final class StreamsRunner implements RunningService {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsRunner.class);
    private static final Duration CLOSE_WITHOUT_WORK = Duration.ofSeconds(3);

    private final StreamsApplication application;
    private final FailurePolicy failures;
    private final RocksMemoryPool.Lease memory;
    private final StartProgress progress;
    private final KafkaStreams streams;
    private final CompletableFuture<Void> running = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    /**
     * Builds the client; nothing is connected yet.
     *
     * @param clock for the window of thread replacements
     * @throws io.copydesk.kit.config.ConfigException when the client settings name something that is not theirs to set
     */
    public StreamsRunner(StreamsApplication application, Clock clock) {
        this(application, clock, System::nanoTime);
    }

    /** @param nanos a clock like {@link System#nanoTime}, for the start's progress */
    StreamsRunner(StreamsApplication application, Clock clock, LongSupplier nanos) {
        StreamsSettings settings = application.streams();
        Properties properties = StreamsProperties.of(application, InstanceId.in(settings.stateDir()));
        String instance =
                Objects.requireNonNull(properties.getProperty(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), "it is static");
        this.application = application;
        ProcessId.keep(settings.stateDir().resolve(application.applicationId()), instance);
        FailedMembers failed = new FailedMembers(application.kafka(), application.applicationId(), instance);
        this.failures = new FailurePolicy(
                settings.threadReplacements(), settings.threadReplacementWindow(), clock, failed::remove);
        this.progress = new StartProgress(nanos);
        this.memory = RocksMemoryPool.OF_PROCESS.lease(settings.storeMemory().bytes());
        try {
            this.streams = new KafkaStreams(application.topology(), properties);
        } catch (RuntimeException e) {
            memory.close();
            throw e;
        }
        streams.setUncaughtExceptionHandler(failures);
        streams.setStateListener((now, before) -> changed(now));
        streams.setGlobalStateRestoreListener(progress);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Starts the client and waits until every partition is assigned and all state is restored, which may take as long as
     * there is progress. Close it whether or not that succeeds.
     *
     * @throws StreamsFailedException when there is no progress for {@link StreamsSettings#startTimeout()} or a thread dies
     *     for good
     * @throws InterruptedException when interrupted meanwhile
     */
    @Override
    public void start() throws InterruptedException {
        Duration limit = application.streams().startTimeout();
        streams.start();
        try {
            progress.await(CompletableFuture.anyOf(running, ended), limit);
        } catch (TimeoutException e) {
            throw new StreamsFailedException(
                    application.applicationId() + " has made no progress for " + limit.toMillis()
                            + " ms while starting (state " + streams.state() + ", brokers "
                            + application.kafka().bootstrapServers() + ")" + unfinished(),
                    e);
        } catch (ExecutionException e) {
            throw rethrown(e);
        }
    }

    @Override
    public String group() {
        return application.applicationId();
    }

    @Override
    public CompletableFuture<Void> ended() {
        return ended.copy();
    }

    /** Blocks until the client is stopped; throws {@link StreamsFailedException} when it stopped by itself. */
    public void awaitEnd() throws InterruptedException {
        try {
            ended.get();
        } catch (ExecutionException e) {
            throw rethrown(e);
        }
    }

    @Override
    public Health live() {
        State state = streams.state();
        return new Health(state == State.CREATED || state.isRunningOrRebalancing(), described(state));
    }

    /** Ready while every partition is assigned and all state is restored. */
    @Override
    public Health ready() {
        State state = streams.state();
        return new Health(state == State.RUNNING, described(state));
    }

    @Override
    public AutoCloseable bind(Metrics metrics) {
        AutoCloseable client = metrics.bind(streams);
        AutoCloseable restore =
                metrics.bindRestore(application.applicationId(), progress::partitions, progress::remaining);
        return () -> {
            restore.close();
            client.close();
        };
    }

    /** The client itself, for its metrics and for queries. */
    public KafkaStreams streams() {
        return streams;
    }

    /** Closes within {@link StreamsSettings#closeTimeout()}; sooner when it never ran and so has nothing to commit. */
    @Override
    public void close() {
        Duration limit = application.streams().closeTimeout();
        // Without a broker a producer waits for its transactional id for as long as a request may take.
        boolean impatient = !running.isDone() && limit.compareTo(CLOSE_WITHOUT_WORK) > 0;
        close(impatient ? CLOSE_WITHOUT_WORK : limit);
    }

    /**
     * Commits, stops all threads and leaves the group, so that the next start need not wait for this member's
     * session to expire.
     *
     * @return whether all threads ended in time; if not, their native memory is left to the process's end
     */
    public boolean close(Duration limit) {
        boolean stopped = streams.close(CloseOptions.timeout(limit)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
        if (stopped) {
            memory.close();
        } else {
            LOG.warn("{} had not stopped after {} ms", application.applicationId(), limit.toMillis());
        }
        return stopped;
    }

    private String unfinished() {
        String restores = progress.unfinished();
        return restores.isEmpty() ? "" : "; its state is not restored: " + restores;
    }

    private void changed(State now) {
        progress.made();
        if (now == State.RUNNING) {
            running.complete(null);
        } else if (now == State.ERROR) {
            ended.completeExceptionally(failed(
                    failures.failure().orElseGet(() -> new IllegalStateException("the client is in state ERROR"))));
        } else if (now == State.NOT_RUNNING) {
            ended.complete(null);
        }
    }

    private String described(State state) {
        return failures.failure()
                .map(cause -> state + ": " + FailureText.of(cause))
                .orElse(state.name());
    }

    private static StreamsFailedException rethrown(ExecutionException e) {
        return e.getCause() instanceof StreamsFailedException failed
                ? failed
                : new StreamsFailedException(FailureText.of(e), e);
    }

    private StreamsFailedException failed(Throwable cause) {
        return new StreamsFailedException(application.applicationId() + " failed: " + FailureText.of(cause), cause);
    }
}
