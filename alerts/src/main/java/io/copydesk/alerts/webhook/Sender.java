package io.copydesk.alerts.webhook;

import io.copydesk.alerts.webhook.Attempt.Outcome;
import io.copydesk.ingest.fetch.Fetch;
import io.copydesk.ingest.fetch.FetchResult;
import io.copydesk.kit.deadletter.DeadLetters;
import io.copydesk.kit.failure.FailureText;
import io.copydesk.kit.metrics.WebhookMeters;
import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.schemas.Alert;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.DeadLetter.Stage;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.TopicRecord;
import io.copydesk.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the alerts that one receiver wants, one after the other, in a thread and a consumer group of its own: a slow receiver holds up no
 * other. An alert is sent at least once: its position is committed after it was delivered, or given up with a dead letter.
 */
final class Sender {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration CLOSE = Duration.ofSeconds(3);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Webhook webhook;
    private final String prefix;
    private final Consumer<byte[], byte[]> consumer;
    private final Producer<byte[], byte[]> letters;
    private final Delivery delivery;
    private final WebhookMeters meters;
    private final Thread thread;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    /**
     * For the thread alone: whether records are being sent, and partitions that were taken away meanwhile. Their records are left to whoever has the
     * partition now; that may be this one again, which then reads them once more.
     */
    private boolean isSending;

    private final Set<TopicPartition> given = new HashSet<>();
    private volatile boolean member;
    private volatile boolean closing;

    Sender(
            Webhook webhook,
            Secret secret,
            String prefix,
            Consumer<byte[], byte[]> consumer,
            Producer<byte[], byte[]> letters,
            Function<Fetch, CompletableFuture<FetchResult>> fetcher,
            WebhookSettings settings,
            Clock clock,
            WebhookMeters meters) {
        this.webhook = webhook;
        this.prefix = prefix;
        this.letters = letters;
        this.meters = meters;
        this.consumer = consumer;
        this.delivery =
                new Delivery(webhook.url(), secret, fetcher, settings, clock, new Backoff(new Random()), new InTurn());
        this.thread = new Thread(this::run, "copydesk-webhook-" + webhook.name());
    }

    /** A consumer in the group of a receiver. */
    static Consumer<byte[], byte[]> consumer(Webhook webhook, String prefix, KafkaSettings kafka) {
        Properties settings = kafka.consumer();
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, "copydesk-" + prefix + "webhook-" + webhook.name());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    void start() {
        consumer.subscribe(List.of(Topics.ALERTS.name(prefix)), new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                member = true;
                if (isSending) {
                    consumer.pause(partitions);
                }
            }

            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                given.addAll(partitions);
            }

            @Override
            public void onPartitionsLost(Collection<TopicPartition> partitions) {
                given.addAll(partitions);
            }
        });
        thread.start();
    }

    CompletableFuture<Void> ended() {
        return ended;
    }

    boolean isMember() {
        return member;
    }

    private void run() {
        try {
            while (!closing) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                if (!records.isEmpty()) {
                    send(records);
                }
            }
            ended.complete(null);
        } catch (RuntimeException | Error e) {
            if (closing) {
                ended.complete(null);
            } else {
                LOG.error("webhook {} failed", webhook.name(), e);
                ended.completeExceptionally(new IllegalStateException(
                        "webhook " + webhook.name() + " has stopped: " + FailureText.of(e), e));
            }
        } finally {
            consumer.close(CloseOptions.timeout(CLOSE));
        }
    }

    private void send(ConsumerRecords<byte[], byte[]> records) {
        given.clear();
        isSending = true;
        consumer.pause(consumer.assignment());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            if (!given.contains(partition) && !closing && isSent(record)) {
                commit(partition, record.offset() + 1);
            }
        }
        isSending = false;
        consumer.resume(consumer.paused());
    }

    /** Whether nothing more is to be done; not when the sender is closed meanwhile. */
    private boolean isSent(ConsumerRecord<byte[], byte[]> record) {
        return TopicRecord.read(Topics.ALERTS, record)
                .fold((id, alert) -> !webhook.wants(alert.rule()) || isSent(alert), ended -> true, unreadable -> {
                    LOG.warn("{}", unreadable.message());
                    return true;
                });
    }

    private boolean isSent(Alert alert) {
        Optional<Attempt> last = delivery.send(alert, attempt -> meters.sent(webhook.name(), attempt.result()));
        last.ifPresent(attempt -> {
            if (attempt.outcome() != Outcome.DELIVERED) {
                giveUp(alert, attempt);
            }
        });
        return last.isPresent();
    }

    private void giveUp(Alert alert, Attempt attempt) {
        LOG.warn("webhook {} did not take alert {}: {}", webhook.name(), alert.id(), attempt.detail());
        byte[] original = Json.bytes(alert);
        DeadLetter letter = DeadLetters.ofInput(
                Stage.FETCH,
                attempt.reason(),
                "webhook " + webhook.name() + ": " + attempt.detail(),
                alert.id() + " webhook " + webhook.name(),
                original,
                original.length);
        try {
            letters.send(new ProducerRecord<>(
                            Topics.DEAD_LETTERS.name(prefix),
                            letter.id().getBytes(StandardCharsets.UTF_8),
                            Json.bytes(letter)))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a dead letter was not stored", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a dead letter was stored", e);
        }
    }

    /** Where the commit fails, the alert is sent again, here or by the instance that has the partition. */
    private void commit(TopicPartition partition, long next) {
        try {
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(next)));
        } catch (CommitFailedException | RebalanceInProgressException | RetriableException e) {
            LOG.info("alerts of {} may be sent again: {}", partition, e.getMessage());
        }
    }

    /** Stops after the attempt that is under way, and leaves the rest for the next start. */
    void close() {
        closing = true;
        try {
            if (thread.isAlive()) {
                thread.join(CLOSE.toMillis());
            } else if (!ended.isDone()) {
                consumer.close(CloseOptions.timeout(CLOSE));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ended.complete(null);
    }

    /** Keeps its place in the group while the time passes. */
    private final class InTurn implements Delivery.Waiting {
        @Override
        public Optional<FetchResult> result(CompletableFuture<FetchResult> future) {
            while (!closing && !future.isDone()) {
                consumer.poll(LOOK);
            }
            return future.isDone() ? Optional.of(future.join()) : Optional.empty();
        }

        @Override
        public boolean pause(Duration time) {
            long end = System.nanoTime() + time.toNanos();
            while (!closing && System.nanoTime() < end) {
                consumer.poll(POLL);
            }
            return !closing;
        }
    }
}
