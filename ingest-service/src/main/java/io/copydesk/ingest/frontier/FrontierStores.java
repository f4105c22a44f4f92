package io.copydesk.ingest.frontier;

import io.copydesk.schemas.JsonSerde;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The frontier's state, with types and keys. What is put must be put again after a change. For one thread. */
final class FrontierStores {

    static final String HOSTS = "frontier-hosts";
    static final String FEEDS = "frontier-feeds";
    static final String PAGES = "frontier-pages";
    static final String QUEUE = "frontier-queue";
    static final String ROBOTS = "frontier-robots";

    private final KeyValueStore<String, HostState> hosts;
    private final KeyValueStore<String, FeedState> feeds;
    private final KeyValueStore<String, PageState> pages;
    private final KeyValueStore<String, String> queue;
    private final KeyValueStore<String, RobotsState> robots;

    FrontierStores(ProcessorContext<?, ?> context) {
        hosts = context.getStateStore(HOSTS);
        feeds = context.getStateStore(FEEDS);
        pages = context.getStateStore(PAGES);
        queue = context.getStateStore(QUEUE);
        robots = context.getStateStore(ROBOTS);
    }

    static StoreBuilder<KeyValueStore<String, HostState>> hosts(KeyValueBytesStoreSupplier where) {
        return Stores.keyValueStoreBuilder(where, Serdes.String(), JsonSerde.of(HostState.class));
    }

    static StoreBuilder<KeyValueStore<String, FeedState>> feeds(KeyValueBytesStoreSupplier where) {
        return Stores.keyValueStoreBuilder(where, Serdes.String(), JsonSerde.of(FeedState.class));
    }

    static StoreBuilder<KeyValueStore<String, PageState>> pages(KeyValueBytesStoreSupplier where) {
        return Stores.keyValueStoreBuilder(where, Serdes.String(), JsonSerde.of(PageState.class));
    }

    static StoreBuilder<KeyValueStore<String, String>> queue(KeyValueBytesStoreSupplier where) {
        return Stores.keyValueStoreBuilder(where, Serdes.String(), Serdes.String());
    }

    static StoreBuilder<KeyValueStore<String, RobotsState>> robots(KeyValueBytesStoreSupplier where) {
        return Stores.keyValueStoreBuilder(where, Serdes.String(), JsonSerde.of(RobotsState.class));
    }

    HostState host(String host) {
        HostState known = hosts.get(host);
        return known == null ? new HostState() : known;
    }

    void put(String host, HostState state) {
        hosts.put(host, state);
    }

    /** Every host that is known. */
    void eachHost(BiConsumer<String, HostState> visitor) {
        try (KeyValueIterator<String, HostState> all = hosts.all()) {
            while (all.hasNext()) {
                KeyValue<String, HostState> entry = all.next();
                visitor.accept(entry.key, entry.value);
            }
        }
    }

    FeedState feed(String url) {
        return feeds.get(url);
    }

    void put(FeedState feed) {
        feeds.put(feed.url, feed);
    }

    void removeFeed(String url) {
        feeds.delete(url);
    }

    /** The page of a key, or the redirect's target that a request waits for. */
    PageState page(QueueEntry entry) {
        return pages.get(entry.toString());
    }

    void put(QueueEntry entry, PageState page) {
        pages.put(entry.toString(), page);
    }

    void remove(QueueEntry entry) {
        pages.delete(entry.toString());
    }

    RobotsState robots(String origin) {
        return robots.get(origin);
    }

    void put(String origin, RobotsState state) {
        robots.put(origin, state);
    }

    /** Puts an entry into a host's queue. */
    void queue(String host, long due, QueueEntry entry) {
        queue.put(queueKey(host, entry.lane(), due) + entry, "");
    }

    /** Takes an entry out again. */
    void unqueue(String host, long due, QueueEntry entry) {
        if (due > 0) {
            queue.delete(queueKey(host, entry.lane(), due) + entry);
        }
    }

    /**
     * The entry of a host whose turn is next: of those that are due, feeds come before pages, since what a feed shows drops
     * out of it and a page can wait; else the first that will be due.
     */
    Optional<Due> first(String host, long now) {
        Optional<Due> feed = first(host, QueueEntry.URGENT);
        if (feed.isPresent() && feed.get().at() <= now) {
            return feed;
        }
        Optional<Due> page = first(host, QueueEntry.PATIENT);
        if (feed.isEmpty() || page.isEmpty()) {
            return feed.isEmpty() ? page : feed;
        }
        return page.get().at() < feed.get().at() ? page : feed;
    }

    private Optional<Due> first(String host, char lane) {
        try (KeyValueIterator<String, String> range =
                queue.range(queueKey(host, lane, 0), queueKey(host, lane, Long.MAX_VALUE))) {
            return range.hasNext() ? Optional.of(due(host, range.next().key)) : Optional.empty();
        }
    }

    /** An entry of a queue, and when it is due. */
    record Due(long at, QueueEntry entry) {}

    private static Due due(String host, String key) {
        int from = host.length() + 2;
        return new Due(Long.parseLong(key.substring(from, from + 16), 16), QueueEntry.parse(key.substring(from + 17)));
    }

    private static String queueKey(String host, char lane, long due) {
        String hex = Long.toHexString(due);
        return host + '\t' + lane + "0".repeat(16 - hex.length()) + hex + '\t';
    }
}
