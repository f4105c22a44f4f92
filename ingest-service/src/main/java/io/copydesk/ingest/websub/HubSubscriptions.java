package io.copydesk.ingest.websub;

import io.copydesk.kit.streams.KafkaSettings;
import io.copydesk.kit.topics.TopicFollower;
import io.copydesk.schemas.HubSubscription;
import io.copydesk.schemas.TopicRecord;
import io.copydesk.schemas.Topics;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All of the topic {@code hub-subscriptions}, by the id of the callback: read from its beginning and followed on a thread of its own, without a group. So
 * each instance knows all subscriptions. Thread-safe.
 */
final class HubSubscriptions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HubSubscriptions.class);

    private final Map<String, HubSubscription> byId = new ConcurrentHashMap<>();
    private final TopicFollower follower;

    /**
     * Of the topic with {@code prefix}.
     *
     * @param fatal receives what ended it
     */
    HubSubscriptions(String prefix, KafkaSettings kafka, Consumer<RuntimeException> fatal) {
        this.follower = new TopicFollower(Topics.HUB_SUBSCRIPTIONS.name(prefix), kafka, this::take, fatal);
    }

    /** Starts to read, and returns. */
    void start() {
        follower.start();
    }

    /** Whether everything was read that the topic held at the start. */
    boolean isComplete() {
        return follower.isComplete();
    }

    /** The subscription whose callback has this id. */
    Optional<HubSubscription> of(String id) {
        return Optional.ofNullable(byId.get(id));
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
        follower.close();
    }
}
