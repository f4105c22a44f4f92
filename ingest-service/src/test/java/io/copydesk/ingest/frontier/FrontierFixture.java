package io.copydesk.ingest.frontier;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.copydesk.ingest.page.PageAnnouncement;
import io.copydesk.ingest.websub.Tokens;
import io.copydesk.kit.metrics.MeteredProducer;
import io.copydesk.kit.metrics.Metrics;
import io.copydesk.kit.metrics.TopicMeters;
import io.copydesk.kit.metrics.WatchMeters;
import io.copydesk.schemas.Announcement;
import io.copydesk.schemas.FailureReason;
import io.copydesk.schemas.FeedStatus;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchOutcome.Result;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Gzip;
import io.copydesk.schemas.HubSubscription;
import io.copydesk.schemas.Link;
import io.copydesk.schemas.Subscription;
import io.copydesk.schemas.Withdrawal.Evidence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The frontier's stores in memory, and its events as lists. */
final class FrontierFixture implements FrontierEvents {

    static final long NOW = Instant.parse("2026-03-04T10:00:00Z").toEpochMilli();
    static final long SECOND = 1_000;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;

    /** A page that was refused. */
    record Refusal(String requestId, String url, FailureReason reason, String detail) {}

    /** A page that was told to be withdrawn. */
    record Told(String requestId, String url, long at, List<Evidence> evidence) {}

    final KeyValueStore<String, byte[]> hosts;
    final KeyValueStore<String, byte[]> feeds;
    final KeyValueStore<String, byte[]> pages;
    final KeyValueStore<String, String> queue;
    final KeyValueStore<String, byte[]> robots;
    final KeyValueStore<String, byte[]> sites;
    final FrontierStores stores;
    final Metrics metrics = new Metrics("frontier");
    private final TopicMeters topicMeters = metrics.ofPipeline("t.");
    private final WatchMeters meters;

    final List<FetchRequest> requests = new ArrayList<>();
    final List<Link> links = new ArrayList<>();
    final List<PageAnnouncement> announced = new ArrayList<>();
    final List<Subscription> subscribed = new ArrayList<>();
    final List<String> unsubscribed = new ArrayList<>();
    final List<FeedStatus> statuses = new ArrayList<>();
    final List<String> removedStatuses = new ArrayList<>();
    final List<FetchOutcome> relayed = new ArrayList<>();
    final List<HubSubscription> hubSubscriptions = new ArrayList<>();
    final List<String> removedHubSubscriptions = new ArrayList<>();
    final List<Refusal> refused = new ArrayList<>();
    final List<Told> withdrawn = new ArrayList<>();

    FrontierFixture() {
        MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
        hosts = opened(context, FrontierStores.json(Stores.inMemoryKeyValueStore(FrontierStores.HOSTS)));
        feeds = opened(context, FrontierStores.json(Stores.inMemoryKeyValueStore(FrontierStores.FEEDS)));
        pages = opened(context, FrontierStores.json(Stores.inMemoryKeyValueStore(FrontierStores.PAGES)));
        queue = opened(context, FrontierStores.queue(Stores.inMemoryKeyValueStore(FrontierStores.QUEUE)));
        robots = opened(context, FrontierStores.json(Stores.inMemoryKeyValueStore(FrontierStores.ROBOTS)));
        sites = opened(context, FrontierStores.json(Stores.inMemoryKeyValueStore(FrontierStores.SITES)));
        MockProcessorContext<Void, Void> metered = new MockProcessorContext<>(properties());
        meters = WatchMeters.of(metered);
        stores = new FrontierStores(context, meters);
    }

    /** Of an application whose meters are shown by {@link #metrics}. */
    Properties properties() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "frontier");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        properties.putAll(MeteredProducer.ofStreams(topicMeters));
        return properties;
    }

    FeedOutcomes feedOutcomes(FrontierSettings settings) {
        return new FeedOutcomes(settings, stores, this, new PushOutcomes(settings, this, tokens()));
    }

    Frontier frontier(FrontierSettings settings) {
        return new Frontier(settings, "Copydesk", stores, this, tokens(), meters);
    }

    /** The value of a series that is shown, 0 for one that is not; histograms in seconds. */
    double shown(String series) {
        return metrics.scrape()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .sum();
    }

    private static <V> KeyValueStore<String, V> opened(
            MockProcessorContext<Void, Void> context, StoreBuilder<KeyValueStore<String, V>> builder) {
        KeyValueStore<String, V> store =
                builder.withLoggingDisabled().withCachingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
        return store;
    }

    /** Lets a processor under test use these stores. */
    void addStoresTo(MockProcessorContext<String, Object> context) {
        List.of(hosts, feeds, pages, queue, robots, sites).forEach(context::addStateStore);
    }

    /** Stores filled with what the version before the state classes were split wrote. */
    static FrontierFixture ofOldState() {
        FrontierFixture fixture = new FrontierFixture();
        for (KeyValueStore<String, byte[]> store :
                List.of(fixture.hosts, fixture.feeds, fixture.pages, fixture.robots)) {
            List<String> lines = oldLines(store.name());
            for (int i = 0; i < lines.size(); i += 2) {
                store.put(lines.get(i), lines.get(i + 1).getBytes(UTF_8));
            }
        }
        List<String> lines = oldLines(FrontierStores.QUEUE);
        for (int i = 0; i < lines.size(); i += 2) {
            fixture.queue.put(lines.get(i), lines.get(i + 1));
        }
        return fixture;
    }

    /** Keys and values of an old store in turns, a line each. */
    static List<String> oldLines(String store) {
        try (InputStream in = FrontierFixture.class.getResourceAsStream("state/" + store + ".txt")) {
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The keys of the queue, in order. */
    List<String> queued() {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, String> all = queue.all()) {
            all.forEachRemaining(entry -> keys.add(entry.key));
        }
        return keys;
    }

    static FrontierSettings settings() {
        return FrontierSettings.defaults().toBuilder()
                .firstPollSpacing(Duration.ZERO)
                .build();
    }

    static FetchRequest request(String id, String url, FetchTarget target) {
        return new FetchRequest(id, url, target, null, null, null, 0);
    }

    /** A response without a body. */
    static FetchOutcome.Builder outcome(FetchRequest request, Result result, int status, long at) {
        return FetchOutcome.builder(request, result, at).status(status);
    }

    /** A response with a body. */
    static FetchOutcome.Builder fetched(FetchRequest request, String body, long at) {
        return outcome(request, Result.FETCHED, 200, at)
                .etag("\"" + body.length() + "\"")
                .digest(Integer.toHexString(body.hashCode()))
                .contentType("text/xml")
                .body(Gzip.pack(body.getBytes(UTF_8)));
    }

    @Override
    public void request(FetchRequest request) {
        requests.add(request);
    }

    @Override
    public void link(Link link) {
        links.add(link);
    }

    @Override
    public void announced(String url, Announcement announcement) {
        announced.add(new PageAnnouncement(url, announcement));
    }

    @Override
    public void subscribe(Subscription subscription) {
        subscribed.add(subscription);
    }

    @Override
    public void unsubscribe(String url) {
        unsubscribed.add(url);
    }

    @Override
    public void status(FeedStatus status) {
        statuses.add(status);
    }

    @Override
    public void removeStatus(String url) {
        removedStatuses.add(url);
    }

    @Override
    public void relay(FetchOutcome outcome) {
        relayed.add(outcome);
    }

    /** Tokens of which the next is known: {@code token-1}, {@code token-2} … */
    private static Tokens tokens() {
        AtomicInteger count = new AtomicInteger();
        return () -> "token-" + count.incrementAndGet();
    }

    @Override
    public void hubSubscription(HubSubscription subscription) {
        hubSubscriptions.add(subscription);
    }

    @Override
    public void removeHubSubscription(String id) {
        removedHubSubscriptions.add(id);
    }

    @Override
    public void withdraw(String requestId, String url, long at, List<Evidence> evidence) {
        withdrawn.add(new Told(requestId, url, at, List.copyOf(evidence)));
    }

    @Override
    public void refuse(String requestId, String url, FailureReason reason, String detail) {
        refused.add(new Refusal(requestId, url, reason, detail));
    }
}
