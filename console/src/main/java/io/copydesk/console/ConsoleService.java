package io.copydesk.console;

import io.copydesk.console.change.Changes;
import io.copydesk.console.index.Indexes;
import io.copydesk.console.index.TopicIndex;
import io.copydesk.console.live.LiveEvents;
import io.copydesk.console.live.Rates;
import io.copydesk.console.live.Viewers;
import io.copydesk.console.live.WaitingRecords;
import io.copydesk.console.topic.TopicTail;
import io.copydesk.console.web.WebServer;
import io.copydesk.console.web.WebServer.Reach;
import io.copydesk.console.web.WebServer.Sources;
import io.copydesk.kit.health.Health;
import io.copydesk.kit.metrics.Metrics;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.kit.streams.RunningService;
import io.copydesk.schemas.Topics;
import io.micrometer.core.instrument.Gauge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The console as a service: reads the topics into its index and serves the pages, from the first moment on with what has been read
 * so far. Safe for use by several threads.
 */
public final class ConsoleService implements RunningService {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleService.class);

    private final String prefix;
    private final ConsoleSettings settings;
    private final KafkaSettings kafka;
    private final Clock clock;
    private final int partitions;
    private final Path home;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private volatile @Nullable TopicTail tail;
    private volatile @Nullable WebServer server;

    /**
     * A console over the topics of {@code prefix}; nothing runs yet.
     *
     * @param partitions of the topics
     * @param state folder in which it keeps its index, beside other state
     */
    public ConsoleService(
            String prefix, int partitions, ConsoleSettings settings, KafkaSettings kafka, Path state, Clock clock) {
        this.prefix = prefix;
        this.partitions = partitions;
        this.settings = settings;
        this.kafka = kafka;
        this.home = state.resolve("console");
        this.clock = clock;
    }

    /** The name of no group: the console commits nothing and joins none. */
    @Override
    public String group() {
        return "copydesk-" + prefix + "console";
    }

    /**
     * Serves pages when it returns; {@link #caughtUp} says whether they show everything.
     *
     * @throws RuntimeException when the address is not free, the index cannot be written or the cluster does not answer
     */
    @Override
    public void start() throws InterruptedException {
        try {
            Indexes indexes = closedWithThis(new Indexes(home));
            Rates rates = new Rates(List.of(
                    Topics.FETCH_OUTCOMES,
                    Topics.LEDGER,
                    Topics.ENRICHED_ARTICLES,
                    Topics.DUPLICATES,
                    Topics.REVISIONS,
                    Topics.STORIES,
                    Topics.DEAD_LETTERS));
            Viewers viewers = new Viewers(settings.maxViewers());
            TopicTail started =
                    closedWithThis(new TopicTail(prefix, kafka, indexes.all(), new LiveEvents(rates, viewers), clock));
            started.start(index -> countKnown(index, rates));
            started.ended().whenComplete((done, problem) -> {
                if (problem != null) {
                    ended.completeExceptionally(problem);
                }
            });
            WaitingRecords waiting = closedWithThis(new WaitingRecords(prefix, kafka));
            waiting.start();
            Changes changes = closedWithThis(new Changes(kafka, prefix, partitions));
            WebServer web = closedWithThis(WebServer.start(
                    new Sources(prefix, indexes, started, rates, waiting, viewers, changes),
                    new Reach(
                            settings.host(),
                            settings.port(),
                            settings.token(),
                            settings.isLoopback(),
                            settings.allowChanges()),
                    clock));
            tail = started;
            server = web;
            LOG.info("the console is at {}", url());
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private void countKnown(TopicIndex<?> index, Rates rates) throws IOException {
        long since = clock.millis() - Duration.ofDays(1).toMillis();
        index.forEachArrival(since, time -> rates.count(index.topic(), time));
    }

    private synchronized <P extends AutoCloseable> P closedWithThis(P part) {
        parts.push(part);
        return part;
    }

    /** The address to open in a browser. */
    public String url() {
        WebServer started = server;
        String host = settings.host().toLowerCase(Locale.ROOT);
        boolean everywhere = host.equals("0.0.0.0") || host.equals("[::]") || host.equals("::");
        return "http://" + (everywhere ? "127.0.0.1" : host) + ":"
                + (started == null ? settings.port() : started.port()) + "/";
    }

    /** Whether the pages show all that was in the topics at the start. */
    public boolean caughtUp() {
        TopicTail started = tail;
        return started != null && started.caughtUp();
    }

    @Override
    public CompletableFuture<Void> ended() {
        return ended.copy();
    }

    @Override
    public Health live() {
        return Health.running(ended.isDone());
    }

    /** Ready as soon as the topics have been read to where they ended at the start. */
    @Override
    public Health ready() {
        Health live = live();
        TopicTail started = tail;
        if (!live.ok() || started == null) {
            return live.ok() ? Health.failing("STARTING") : live;
        }
        return started.caughtUp() ? live : Health.failing("READING " + Math.round(started.progress() * 100) + " %");
    }

    @Override
    public AutoCloseable bind(Metrics metrics) {
        Gauge progress = Gauge.builder("copydesk.console.read", this, service -> {
                    TopicTail started = service.tail;
                    return started == null ? 0 : started.progress();
                })
                .description("Share of the topics, as they were at the start, that the console has read")
                .register(metrics.registry());
        return () -> metrics.registry().remove(progress);
    }

    @Override
    public synchronized void close() {
        while (!parts.isEmpty()) {
            try {
                Objects.requireNonNull(parts.pop()).close();
            } catch (Exception e) {
                LOG.warn("a part of the console did not close", e);
            }
        }
        ended.complete(null);
    }
}
