package io.copydesk.ingest.fetch;

import io.copydesk.ingest.page.Site;
import io.copydesk.ingest.page.WarcPages;
import io.copydesk.kit.deadletter.DeadLetters;
import io.copydesk.kit.lineage.Lineage;
import io.copydesk.kit.lineage.Trace;
import io.copydesk.kit.metrics.MeteredProducer;
import io.copydesk.kit.metrics.TopicMeters;
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
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what came of requests: pages, outcomes, and dead letters of requests that cannot be read. Thread-safe. */
final class FetchOutput {

    private static final Logger LOG = LoggerFactory.getLogger(FetchOutput.class);

    private final String prefix;
    private final Clock clock;
    private final Consumer<Exception> fatal;
    private final KafkaProducer<byte[], byte[]> producer;
    private final ExecutorService results =
            Executors.newFixedThreadPool(2, task -> new Thread(task, "copydesk-fetch-results"));

    /**
     * To the topics of {@code prefix}.
     *
     * @param meters count what it writes; {@code null} for none
     * @param fatal receives what neither another attempt nor a smaller record would mend
     */
    FetchOutput(
            String prefix, KafkaSettings kafka, Clock clock, @Nullable TopicMeters meters, Consumer<Exception> fatal) {
        this.prefix = prefix;
        this.clock = clock;
        this.fatal = fatal;
        this.producer = new KafkaProducer<>(
                producerSettings(kafka, meters), new ByteArraySerializer(), new ByteArraySerializer());
    }

    KafkaProducer<byte[], byte[]> producer() {
        return producer;
    }

    /** Sends the dead letter of a record and its line in the ledger. */
    List<Future<RecordMetadata>> refuse(
            ConsumerRecord<byte[], byte[]> record, TopicRecord.Unreadable<FetchRequest> unreadable) {
        LOG.warn("{}", unreadable.message());
        DeadLetter letter = DeadLetters.unreadable(Stage.FETCH, record, unreadable.detail());
        LedgerEntry entry = LedgerEntry.refused(letter.id(), letter.reason());
        return List.of(
                producer.send(record(Topics.DEAD_LETTERS.name(prefix), letter.id(), Json.bytes(letter))),
                producer.send(record(Topics.LEDGER.name(prefix), letter.id(), Json.bytes(entry))));
    }

    /** Produces what came of a request, on a thread of its own; complete once the producer has taken the outcome. */
    CompletableFuture<Void> finish(String site, FetchRequest request, FetchResult result) {
        return CompletableFuture.completedFuture(result)
                .thenComposeAsync(known -> write(site, request, known), results);
    }

    private CompletableFuture<Void> write(String site, FetchRequest request, FetchResult result) {
        if (result instanceof FetchResult.Failed failed && failed.reason() == FailureReason.CLOSED) {
            return CompletableFuture.completedFuture(null); // no outcome: the frontier requests it again
        }
        FetchOutcome outcome = FetchOutcomes.of(request, result, clock.millis());
        Trace.of(request.id(), () -> LOG.debug("{} of {} was {}", request.target(), request.url(), outcome.result()));
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
        if (problem instanceof RecordTooLargeException || problem instanceof RetriableException) {
            LOG.warn(
                    "no outcome was produced to {} for request {}: {}",
                    record.topic(),
                    request.id(),
                    problem.getMessage());
        } else {
            fatal.accept(problem);
        }
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, String key, byte[] value) {
        return new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value);
    }

    /** Sends what was begun, for as long as {@code limit}. */
    void close(Duration limit) {
        results.shutdown();
        producer.close(limit);
    }

    private static Properties producerSettings(KafkaSettings kafka, @Nullable TopicMeters meters) {
        Properties settings = kafka.producer();
        settings.keySet()
                .removeIf(key -> ConsumerConfig.configNames().contains(key)
                        && !ProducerConfig.configNames().contains(key));
        LosslessProducer.configure(settings);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, "5");
        if (meters != null) {
            MeteredProducer.configure(settings, meters);
        }
        return settings;
    }
}
