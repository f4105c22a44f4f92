package io.copydesk.ingest.websub;

import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.schemas.HubSubscription;
import io.copydesk.schemas.TopicRecord;
import io.copydesk.schemas.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All of the topic {@code hub-subscriptions}, by the id of the callback: read from its beginning and followed on a thread of its own, without a group. So
 * each instance knows all subscriptions. Thread-safe.
 */
final class HubSubscriptions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HubSubscriptions.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration CLOSE = Duration.ofSeconds(3);

    private final Map<String, HubSubscription> byId = new ConcurrentHashMap<>();
    private final CountDownLatch complete = new CountDownLatch(1);
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String topic;
    private final Consumer<RuntimeException> fatal;
    private final Thread thread = new Thread(this::run, "copydesk-hub-subscriptions");
    private volatile boolean closing;

    /**
     * Of the topic with {@code prefix}.
     *
     * @param fatal receives what ended it
     */
    HubSubscriptions(String prefix, KafkaSettings kafka, Consumer<RuntimeException> fatal) {
        this.topic = Topics.HUB_SUBSCRIPTIONS.name(prefix);
        this.fatal = fatal;
        this.consumer = new KafkaConsumer<>(settings(kafka), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Properties settings(KafkaSettings kafka) {
        Properties settings = kafka.consumer();
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return settings;
    }

    /** Starts to read, and returns. */
    void start() {
        thread.start();
    }

    /** Whether everything was read that the topic held at the start. */
    boolean isComplete() {
        return complete.getCount() == 0;
    }

    /** The subscription whose callback has this id. */
    Optional<HubSubscription> of(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    private void run() {
        try (consumer) {
            List<TopicPartition> all = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> open = new HashMap<>(consumer.endOffsets(all));
            while (!closing) {
                consumer.poll(POLL).forEach(this::take);
                if (!isComplete()) {
                    open.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
                    if (open.isEmpty()) {
                        complete.countDown();
                    }
                }
            }
        } catch (WakeupException e) {
            LOG.debug("consumer stopped by close()");
        } catch (RuntimeException e) {
            if (!closing) {
                fatal.accept(e);
            }
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        TopicRecord.read(Topics.HUB_SUBSCRIPTIONS, record)
                .<Runnable>fold(
                        (id, subscription) -> () -> byId.put(id, subscription),
                        id -> () -> byId.remove(id),
                        unreadable -> () -> LOG.warn("{}", unreadable.message()))
                .run();
    }

    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        try {
            if (thread.isAlive()) {
                thread.join(CLOSE.toMillis());
            } else {
                consumer.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
