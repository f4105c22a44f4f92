package io.copydesk.ingest.fetch;

import io.copydesk.ingest.page.Site;
import io.copydesk.ingest.page.WarcPages;
import io.copydesk.kit.deadletter.DeadLetters;
import io.copydesk.kit.deadletter.Lineage;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.kit.topics.LosslessProducer;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.DeadLetter.Stage;
import io.copydesk.schemas.FailureReason;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.LedgerEntry;
import io.copydesk.schemas.TopicRecord;
import io.copydesk.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the requests of the topic {@code fetch-requests}: a fetched page goes to {@code pages}, the outcome of each request to
 * {@code fetch-outcomes}. Holds no state but the exchanges under way.
 *
 * <p>A request is made at most once: its offset is committed before the exchange begins, and a request past its start limit is
 * skipped. So no crash can make two requests to a host within its pause; the frontier requests again when an outcome is lost.
 * Several instances share the work as one consumer group. Thread-safe.
 */
public final class FetchService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FetchService.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration CLOSE = Duration.ofSeconds(3);

    private final String prefix;
    private final Fetcher fetcher;
    private final Clock clock;
    private final int maxUnderWay;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;
    private final ExecutorService results =
            Executors.newFixedThreadPool(2, task -> new Thread(task, "copydesk-fetch-results"));
    private final Thread thread = new Thread(this::run, "copydesk-fetch");
    private final Set<CompletableFuture<Void>> exchanges = ConcurrentHashMap.newKeySet();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicLong made = new AtomicLong();
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private volatile boolean closing;

    /**
     * A service over the topics of {@code prefix}.
     *
     * @param fetcher used, not closed
     * @param maxUnderWay the most exchanges at a time
     */
    public FetchService(String prefix, KafkaSettings kafka, Fetcher fetcher, int maxUnderWay, Clock clock) {
        this.prefix = prefix;
        this.fetcher = fetcher;
        this.clock = clock;
        this.maxUnderWay = maxUnderWay;
        this.consumer = new KafkaConsumer<>(
                consumerSettings(prefix, kafka), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.producer =
                new KafkaProducer<>(producerSettings(kafka), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Starts the consumer on a thread of its own. Called once. */
    public void start() {
        consumer.subscribe(List.of(Topics.FETCH_REQUESTS.name(prefix)));
        thread.start();
    }

    /** Exchanges made so far. */
    public long made() {
        return made.get();
    }

    /** Exchanges under way. */
    public int underWay() {
        return underWay.get();
    }

    /**
     * Checks that the service works.
     *
     * @throws IllegalStateException when it has stopped by itself, with the cause
     */
    public void requireAlive() {
        if (failure.get() != null) {
            throw new IllegalStateException(
                    "the fetch service has stopped: " + failure.get().getMessage(), failure.get());
        }
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
        } catch (RuntimeException e) {
            LOG.error("the fetch service failed", e);
            failure.compareAndSet(null, e);
        } finally {
            consumer.close();
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
                                letters.addAll(refuse(record, unreadable));
                                return () -> {};
                            }));
        }
        letters.forEach(FetchService::await);
        consumer.commitSync();
        requests.forEach(Runnable::run);
    }

    private List<Future<RecordMetadata>> refuse(
            ConsumerRecord<byte[], byte[]> record, TopicRecord.Unreadable<FetchRequest> unreadable) {
        LOG.warn("{}", unreadable.message());
        DeadLetter letter = DeadLetters.unreadable(Stage.FETCH, record, unreadable.detail());
        LedgerEntry entry = LedgerEntry.refused(letter.id(), letter.reason());
        return List.of(
                producer.send(record(Topics.DEAD_LETTERS.name(prefix), letter.id(), Json.bytes(letter))),
                producer.send(record(Topics.LEDGER.name(prefix), letter.id(), Json.bytes(entry))));
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
        Fetch fetch = new Fetch(request.url(), kind(request.target()), request.etag(), request.lastModified());
        CompletableFuture<Void> exchange = CompletableFuture.completedFuture(fetch)
                .thenCompose(fetcher::fetch) // so that a fetch that throws fails the exchange and not the service
                .thenComposeAsync(result -> finish(site, request, result), results);
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

    /** Produces the page and the outcome; complete once the producer has taken the outcome. */
    private CompletableFuture<Void> finish(String site, FetchRequest request, FetchResult result) {
        if (result instanceof FetchResult.Failed failed && failed.reason() == FailureReason.CLOSED) {
            return CompletableFuture.completedFuture(null); // no outcome: the frontier requests it again
        }
        FetchOutcome outcome = FetchOutcomes.of(request, result, clock.millis());
        if (!(result instanceof FetchResult.Fetched fetched
                && request.target() == FetchTarget.PAGE
                && outcome.result() == FetchOutcome.Result.FETCHED)) {
            sendOutcome(site, request, Json.bytes(outcome));
            return CompletableFuture.completedFuture(null);
        }
        byte[] page = WarcPages.encode(FetchedPage.of(request.id(), request.url(), fetched));
        if (page.length > Topics.MAX_VALUE_BYTES) {
            sendOutcome(
                    site, request, Json.bytes(FetchOutcomes.failed(request, FailureReason.TOO_LARGE, clock.millis())));
            return CompletableFuture.completedFuture(null);
        }
        // First the page, then the outcome: otherwise a crash between the two would lose the page. And not on the
        // producer's thread: sending may block until that thread has made progress.
        return sendPage(request, page).thenRunAsync(() -> sendOutcome(site, request, Json.bytes(outcome)), results);
    }

    private CompletableFuture<RecordMetadata> sendPage(FetchRequest request, byte[] page) {
        ProducerRecord<byte[], byte[]> record = record(Topics.PAGES.name(prefix), Site.of(request.url()), page);
        Lineage.mark(record.headers(), request.id());
        CompletableFuture<RecordMetadata> stored = new CompletableFuture<>();
        producer.send(record, (sent, problem) -> {
            if (problem == null) {
                stored.complete(sent);
            } else {
                failed(record, request, problem);
                stored.completeExceptionally(problem);
            }
        });
        return stored;
    }

    private void sendOutcome(String site, FetchRequest request, byte[] outcome) {
        ProducerRecord<byte[], byte[]> record = record(Topics.FETCH_OUTCOMES.name(prefix), site, outcome);
        producer.send(record, (sent, problem) -> {
            if (problem != null) {
                failed(record, request, problem);
            }
        });
    }

    private void failed(ProducerRecord<?, ?> record, FetchRequest request, Exception problem) {
        if (problem instanceof RecordTooLargeException) {
            LOG.warn("no outcome was produced for request {}: {}", request.id(), problem.getMessage());
        } else if (!closing) {
            LOG.error("producing to {} failed for request {}", record.topic(), request.id(), problem);
            failure.compareAndSet(null, problem);
        }
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, String key, byte[] value) {
        return new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value);
    }

    /** Stops taking requests, waits a little for the exchanges under way, and sends their outcomes. */
    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        try {
            thread.join(CLOSE.toMillis());
            CompletableFuture.allOf(exchanges.toArray(CompletableFuture[]::new))
                    .get(CLOSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            LOG.debug("an outcome was not produced before the end", e);
        } catch (TimeoutException e) {
            LOG.warn("closed with {} exchanges under way", underWay.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        results.shutdown();
        producer.close(CLOSE);
    }

    private static Properties consumerSettings(String prefix, KafkaSettings kafka) {
        Properties settings = new Properties();
        settings.putAll(kafka.clients());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, "copydesk-" + prefix + "fetch");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_METRICS_PUSH_CONFIG, "false");
        return settings;
    }

    private static Properties producerSettings(KafkaSettings kafka) {
        Properties settings = new Properties();
        settings.putAll(kafka.clients());
        settings.keySet()
                .removeIf(key -> ConsumerConfig.configNames().contains(key)
                        && !ProducerConfig.configNames().contains(key));
        LosslessProducer.configure(settings);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, "5");
        return settings;
    }
}
