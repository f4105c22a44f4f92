package io.copydesk.ingest.frontier;

import io.copydesk.ingest.page.Site;
import io.copydesk.kit.streams.SitePartitioner;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.FeedStatus;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.HubSubscription;
import io.copydesk.schemas.JsonSerde;
import io.copydesk.schemas.LedgerEntry;
import io.copydesk.schemas.Link;
import io.copydesk.schemas.Subscription;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import java.time.Duration;
import java.util.function.Function;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The FRONTIER part of the flow:
 *
 * <pre>
 * subscriptions ─> SUBSCRIBE ─┐
 * links ─────────> DISCOVER ──┼─> FRONTIER ─> fetch-requests, feed-status
 * fetch-outcomes ─> READ ─────┘      │
 *                                    ├─> pages (which feed announced a page, and that one is gone)
 *                                    ├─> links, subscriptions, fetch-outcomes (to other sites' tasks)
 *                                    └─> hub-subscriptions, ledger, dead-letters
 * </pre>
 *
 * <p>All records of a site go through one task, so that one request at a time and the pause between two hold with any number
 * of instances.
 */
public final class FrontierTopology {

    static final String SUBSCRIPTIONS = "subscriptions";
    static final String LINKS = "links";
    static final String OUTCOMES = "fetch-outcomes";
    static final String SUBSCRIBE = "subscribe";
    static final String DISCOVER = "discover";
    static final String READ = "read";
    static final String FRONTIER = "frontier";
    static final String REQUESTS = "fetch-requests";
    static final String PAGES = "pages";
    static final String LINKS_OUT = "links-out";
    static final String SUBSCRIPTIONS_OUT = "subscriptions-out";
    static final String OUTCOMES_OUT = "fetch-outcomes-out";
    static final String STATUS = "feed-status";
    static final String HUBS = "hub-subscriptions";
    static final String LEDGER = "ledger";
    static final String DEAD_LETTERS = "dead-letters";

    private FrontierTopology() {}

    /** The topology over the topics of {@code prefix}, with its state on disk and in changelogs. */
    public static Topology build(String prefix, FrontierSettings settings, String productToken) {
        return build(prefix, settings, productToken, Duration.ofMillis(100), Stores::persistentKeyValueStore, true);
    }

    /**
     * The same with a choice of stores and of the tick.
     *
     * @param productToken the name that robots.txt is judged for
     * @param tick the time between two looks for what is due, at the least
     * @param stores the store supplier of a name
     * @param logged whether the stores have changelog topics
     */
    public static Topology build(
            String prefix,
            FrontierSettings settings,
            String productToken,
            Duration tick,
            Function<String, KeyValueBytesStoreSupplier> stores,
            boolean logged) {
        Topology topology = new Topology()
                .addSource(
                        SUBSCRIPTIONS,
                        new StringDeserializer(),
                        JsonSerde.of(Topics.SUBSCRIPTIONS).deserializer(),
                        Topics.SUBSCRIPTIONS.name(prefix))
                .addSource(
                        LINKS,
                        new StringDeserializer(),
                        JsonSerde.of(Topics.LINKS).deserializer(),
                        Topics.LINKS.name(prefix))
                .addSource(
                        OUTCOMES,
                        new StringDeserializer(),
                        JsonSerde.of(Topics.FETCH_OUTCOMES).deserializer(),
                        Topics.FETCH_OUTCOMES.name(prefix))
                .addProcessor(SUBSCRIBE, () -> new InputProcessor<>(FrontierInput::ofSubscription), SUBSCRIPTIONS)
                .addProcessor(DISCOVER, () -> new InputProcessor<>(FrontierInput::ofLink), LINKS)
                .addProcessor(READ, () -> new InputProcessor<>(FrontierInput::ofOutcome), OUTCOMES)
                .addProcessor(
                        FRONTIER,
                        () -> new FrontierProcessor(prefix, settings, productToken, tick),
                        SUBSCRIBE,
                        DISCOVER,
                        READ);
        state(topology, FrontierStores.json(stores.apply(FrontierStores.HOSTS)), logged);
        state(topology, FrontierStores.json(stores.apply(FrontierStores.FEEDS)), logged);
        state(topology, FrontierStores.json(stores.apply(FrontierStores.PAGES)), logged);
        state(topology, FrontierStores.queue(stores.apply(FrontierStores.QUEUE)), logged);
        state(topology, FrontierStores.json(stores.apply(FrontierStores.ROBOTS)), logged);
        state(topology, FrontierStores.json(stores.apply(FrontierStores.SITES)), logged);
        topology.addSink(PAGES, Topics.PAGES.name(prefix), new StringSerializer(), new ByteArraySerializer(), FRONTIER);
        sink(topology, REQUESTS, Topics.FETCH_REQUESTS, prefix, FetchRequest.class);
        sink(topology, LINKS_OUT, Topics.LINKS, prefix, Link.class);
        sink(topology, OUTCOMES_OUT, Topics.FETCH_OUTCOMES, prefix, FetchOutcome.class);
        sink(topology, HUBS, Topics.HUB_SUBSCRIPTIONS, prefix, HubSubscription.class);
        sink(topology, LEDGER, Topics.LEDGER, prefix, LedgerEntry.class);
        sink(topology, DEAD_LETTERS, Topics.DEAD_LETTERS, prefix, DeadLetter.class);
        sinkBySite(topology, SUBSCRIPTIONS_OUT, Topics.SUBSCRIPTIONS, prefix, Subscription.class);
        sinkBySite(topology, STATUS, Topics.FEED_STATUS, prefix, FeedStatus.class);
        return topology;
    }

    private static <S extends StateStore> void state(Topology topology, StoreBuilder<S> store, boolean logged) {
        topology.addStateStore(logged ? store : store.withLoggingDisabled(), FRONTIER);
    }

    private static <V> void sink(Topology topology, String name, Topic<V> topic, String prefix, Class<V> type) {
        topology.addSink(
                name,
                topic.name(prefix),
                new StringSerializer(),
                JsonSerde.of(type).serializer(),
                FRONTIER);
    }

    /** Of records that are keyed by a URL: in the partition of its site. */
    private static <V> void sinkBySite(Topology topology, String name, Topic<V> topic, String prefix, Class<V> type) {
        topology.addSink(
                name,
                topic.name(prefix),
                new StringSerializer(),
                JsonSerde.of(type).serializer(),
                new SitePartitioner<V>((url, value) -> Site.of(url)),
                FRONTIER);
    }
}
