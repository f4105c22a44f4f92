package io.copydesk.standalone.subscriptions;

import io.copydesk.ingest.subscription.SubscriptionWriter;
import io.copydesk.kit.topics.TopicValues;
import io.copydesk.kit.topics.TopicsOnCluster;
import io.copydesk.schemas.FeedStatus;
import io.copydesk.schemas.Subscription;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import io.copydesk.standalone.pipeline.Cluster;
import io.copydesk.verify.state.TopicReader;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;

/** Reads and changes the subscriptions of one cluster. For one thread. */
public final class Subscriptions implements AutoCloseable {

    private final Cluster cluster;
    private final String prefix;
    private final SubscriptionWriter writer;

    /**
     * The subscriptions in the topics of {@code prefix}, which are created when they are missing.
     *
     * @param newPartitions of topics that are created
     */
    public Subscriptions(Cluster cluster, String prefix, int newPartitions) throws InterruptedException {
        this.cluster = cluster;
        this.prefix = prefix;
        try (Admin admin = Admin.create(cluster.clients())) {
            int partitions = TopicsOnCluster.provision(admin, prefix, newPartitions);
            this.writer = new SubscriptionWriter(cluster.clients(), prefix, partitions);
        }
    }

    /** All subscriptions, by URL. */
    public Map<String, Subscription> all() throws IOException {
        return read(Topics.SUBSCRIPTIONS);
    }

    /** The status of each, by URL; without those that the frontier has not processed. */
    public Map<String, FeedStatus> status() throws IOException {
        return read(Topics.FEED_STATUS);
    }

    /** Adds a subscription, or replaces the one of its URL. */
    public void add(Subscription subscription) {
        writer.add(subscription);
    }

    /**
     * Adds the feeds of a file, without those that have moved permanently since they were added: the new URL is subscribed. What the file leaves open
     * of a feed that is subscribed already stays.
     */
    public void addAll(Collection<Subscription> file) throws IOException {
        Map<String, Subscription> known = all();
        Set<String> moved = known.values().stream().map(Subscription::movedFrom).collect(Collectors.toSet());
        file.stream()
                .filter(feed -> !moved.contains(feed.url()))
                .map(feed -> feed.over(known.get(feed.url())))
                .forEach(this::add);
    }

    /** Removes a subscription. */
    public void remove(String url) {
        writer.remove(url);
    }

    /** Asks the frontier to poll a feed now. */
    public void refresh(String url) {
        writer.refresh(url);
    }

    /**
     * Waits until the cluster has stored all changes.
     *
     * @throws IllegalStateException when a change could not be produced
     */
    public void flush() {
        writer.flush();
    }

    private <V> Map<String, V> read(Topic<V> topic) throws IOException {
        Map<String, V> values = new TreeMap<>();
        TopicValues.Handler<V> handler = (key, value) -> {
            if (value == null) {
                values.remove(key);
            } else {
                values.put(key, value);
            }
        };
        new TopicReader(cluster.clients())
                .read(topic.name(prefix), false, record -> TopicValues.decode(topic, record, handler));
        return values;
    }

    @Override
    public void close() {
        writer.close();
    }
}
