package io.copydesk.ingest.subscription;

import io.copydesk.ingest.page.Site;
import io.copydesk.kit.topics.TopicWriter;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Link;
import io.copydesk.schemas.SitePartitions;
import io.copydesk.schemas.Subscription;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Adds, removes and refreshes subscriptions, each in the partition of its site. For one thread at a time. */
public final class SubscriptionWriter implements AutoCloseable {

    private final String prefix;
    private final int partitions;
    private final TopicWriter writer;

    /**
     * A writer to the topics of {@code prefix}, which are there.
     *
     * @param client settings of a producer
     * @param partitions of the topics
     */
    public SubscriptionWriter(Properties client, String prefix, int partitions) {
        this.prefix = prefix;
        this.partitions = partitions;
        this.writer = new TopicWriter(client);
    }

    /** Adds a subscription, or replaces the one of its URL. */
    public void add(Subscription subscription) {
        send(Topics.SUBSCRIPTIONS, subscription.url(), subscription.url(), Json.bytes(subscription));
    }

    /** Removes a subscription. */
    public void remove(String url) {
        send(Topics.SUBSCRIPTIONS, url, url, null);
    }

    /** Asks the frontier to poll a feed now. */
    public void refresh(String url) {
        Link link =
                Link.builder().url(url).target(FetchTarget.FEED).updated(true).build();
        send(Topics.LINKS, url, Site.of(url), Json.bytes(link));
    }

    /**
     * Waits until the cluster has stored all changes.
     *
     * @throws IllegalStateException when a change since the last call could not be produced
     */
    public void flush() {
        writer.flush();
    }

    private void send(Topic<?> topic, String url, String key, byte @Nullable [] value) {
        int partition = SitePartitions.of(Site.of(url), partitions);
        writer.send(new ProducerRecord<>(topic.name(prefix), partition, key.getBytes(StandardCharsets.UTF_8), value));
    }

    @Override
    public void close() {
        writer.close();
    }
}
