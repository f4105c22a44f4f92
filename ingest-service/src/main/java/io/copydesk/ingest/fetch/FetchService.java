package io.copydesk.ingest.fetch;

import io.copydesk.kit.failure.FailureText;
import io.copydesk.kit.health.Health;
import io.copydesk.kit.metrics.Metrics;
import io.copydesk.kit.metrics.TopicMeters;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.kit.streams.RunningService;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.TopicRecord;
import io.copydesk.schemas.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the requests of the topic {@code fetch-requests}: a fetched page goes to {@code pages}, the outcome of each request to
 * {@code fetch-outcomes}. Holds no state but the exchanges under way.
 *
 * <p>A request is made at most once: its offset is committed before the exchange begins, and a request past its start limit is
 * skipped. So no crash can make two requests to a host within its pause; the frontier requests again when an outcome is lost.
 *
 * <p>Several instances share the work as one consumer group. That a host has one request at a time, and its pause, does not depend
 * on who makes the requests: the frontier, whose task of a site only one instance commits, makes the next request of a host after
 * the outcome of the one before, or after a lease that is longer than the start limit and the deadline of an exchange together. So
 * an instance may complete its exchanges after their partitions went to another. Thread-safe.
 */
public final class FetchService implements RunningService {

    private static final Logger LOG = LoggerFactory.getLogger(FetchService.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration CLOSE = Duration.ofSeconds(3);

    /** Static members, too, give up their partitions when they are closed. */
    private static final CloseOptions LEAVE =
            CloseOptions.timeout(CLOSE).withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP);

    private final String prefix;
    private final Fetcher fetcher;
    private final Clock clock;
    private final int maxUnderWay;
    private final Duration patience;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final FetchOutput output;
    private final Thread thread = new Thread(this::run, "copydesk-fetch");
    private final Set<CompletableFuture<Void>> exchanges = ConcurrentHashMap.newKeySet();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicLong made = new AtomicLong();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile boolean member;
    private volatile boolean closing;

    /**
     * A service over the topics of {@code prefix}.
     *
     * @param fetcher closed with the service
     * @param maxUnderWay the most exchanges at a time
     * @param patience how long the exchanges under way may take when the service is closed; what is not answered then is requested
     *     again after its lease
     * @param meters count what it writes; {@code null} for none
     */
    public FetchService(
            String prefix,
            KafkaSettings kafka,
            Fetcher fetcher,
            int maxUnderWay,
            Duration patience,
            Clock clock,
            @Nullable TopicMeters meters) {
        this.prefix = prefix;
        this.fetcher = fetcher;
        this.clock = clock;
        this.maxUnderWay = maxUnderWay;
        this.patience = patience;
        this.consumer = new KafkaConsumer<>(
                consumerSettings(prefix, kafka), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.output = new FetchOutput(prefix, kafka, clock, meters, this::failedToWrite);
    }

    @Override
    public String group() {
        return group(prefix);
    }

    private static String group(String prefix) {
        return "copydesk-" + prefix + "fetch";
    }

    /** Starts the consumer on a thread of its own, and returns. */
    @Override
    public void start() {
        consumer.subscribe(List.of(Topics.FETCH_REQUESTS.name(prefix)), new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                member = true;
            }

            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                // Their exchanges go on: see the class comment.
            }

            @Override
            public void onPartitionsLost(Collection<TopicPartition> partitions) {
                member = false;
            }
        });
        thread.start();
    }

    @Override
    public CompletableFuture<Void> ended() {
        return ended.copy();
    }

    @Override
    public Health live() {
        return Health.running(ended.isDone());
    }

    /** Ready as a member of its group, with or without partitions. */
    @Override
    public Health ready() {
        Health live = live();
        return live.ok() && !member ? Health.failing("JOINING") : live;
    }

    @Override
    public AutoCloseable bind(Metrics metrics) {
        return metrics.bind(consumer, output.producer());
    }

    /** Exchanges made so far. */
    public long made() {
        return made.get();
    }

    /** Exchanges under way. */
    public int underWay() {
        return underWay.get();
    }

    private void run() {
        try {
            while (!closing) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                if (!records.isEmpty()) {
                    take(records);
                }
                pauseWhile(underWay.get() >= maxUnderWay);
            }
        } catch (WakeupException e) {
            LOG.debug("consumer stopped by close()");
        } catch (RuntimeException | Error e) {
            failed(e);
        } finally {
            consumer.close(LEAVE);
        }
    }

    private void pauseWhile(boolean full) {
        if (full) {
            consumer.pause(consumer.assignment());
        } else if (!consumer.paused().isEmpty()) {
            consumer.resume(consumer.paused());
        }
    }

    /** Commits what was read once the dead letters of unreadable records are stored, then begins the exchanges. */
    private void take(ConsumerRecords<byte[], byte[]> records) {
        List<Runnable> requests = new ArrayList<>();
        List<Future<RecordMetadata>> letters = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            requests.add(TopicRecord.read(Topics.FETCH_REQUESTS, record)
                    .fold(
                            (site, request) -> () -> begin(site, request),
                            ended -> () -> {}, // the topic is not compacted: it has no tombstones
                            unreadable -> {
                                letters.addAll(output.refuse(record, unreadable));
                                return () -> {};
                            }));
        }
        letters.forEach(FetchService::await);
        if (isCommitted(records)) {
            requests.forEach(Runnable::run);
        }
    }

    /** Commits; if that fails nothing has begun, and the records are read again, here or by the instance that has their partitions. */
    private boolean isCommitted(ConsumerRecords<byte[], byte[]> records) {
        try {
            consumer.commitSync();
            return true;
        } catch (RetriableException | RebalanceInProgressException | CommitFailedException e) {
            LOG.info("{} requests are read again: {}", records.count(), e.getMessage());
            for (TopicPartition partition : records.partitions()) {
                if (consumer.assignment().contains(partition)) {
                    consumer.seek(partition, records.records(partition).get(0).offset());
                }
            }
            return false;
        }
    }

    private void failed(Throwable problem) {
        if (ended.completeExceptionally(
                new IllegalStateException("the fetch service has stopped: " + FailureText.of(problem), problem))) {
            LOG.error("the fetch service failed", problem);
        }
    }

    private void failedToWrite(Exception problem) {
        if (!closing) {
            failed(problem);
        }
    }

    private static void await(Future<RecordMetadata> stored) {
        try {
            stored.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a dead letter was not stored", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while dead letters were stored", e);
        }
    }

    private void begin(String site, FetchRequest request) {
        if (clock.millis() > request.startBefore()) {
            return;
        }
        underWay.incrementAndGet();
        Fetch fetch = request.form() == null
                ? new Fetch(
                        request.url(),
                        kind(request.target()),
                        request.etag(),
                        request.lastModified(),
                        null,
                        RedirectCookies.sent(request.cookies(), request.url(), clock.instant()),
                        false)
                : Fetch.post(request.url(), request.form());
        CompletableFuture<Void> exchange = CompletableFuture.completedFuture(fetch)
                .thenCompose(fetcher::fetch) // so that a fetch that throws fails the exchange and not the service
                .thenCompose(result -> output.finish(site, request, result));
        exchanges.add(exchange);
        exchange.whenComplete((done, broken) -> {
            exchanges.remove(exchange);
            underWay.decrementAndGet();
            made.incrementAndGet();
            if (broken != null && !closing) {
                LOG.warn("no outcome was produced for request {}", request.id(), broken);
            }
        });
    }

    private static Fetch.Kind kind(FetchTarget target) {
        return switch (target) {
            case FEED -> Fetch.Kind.FEED;
            case ROBOTS -> Fetch.Kind.ROBOTS;
            case PAGE -> Fetch.Kind.PAGE;
        };
    }

    /** Stops taking requests, gives the exchanges under way the time of the settings, and sends their outcomes. */
    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        try {
            if (thread.isAlive()) {
                thread.join(CLOSE.toMillis());
            } else {
                consumer.close(LEAVE);
            }
            awaitExchanges();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        fetcher.close();
        output.close(CLOSE);
        ended.complete(null);
    }

    private void awaitExchanges() throws InterruptedException {
        try {
            CompletableFuture.allOf(exchanges.toArray(CompletableFuture[]::new))
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            LOG.debug("an outcome was not produced before the end", e);
        } catch (TimeoutException e) {
            LOG.warn("closed with {} exchanges under way", underWay.get());
        }
    }

    private static Properties consumerSettings(String prefix, KafkaSettings kafka) {
        Properties settings = kafka.consumer();
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group(prefix));
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return settings;
    }
}
