package io.copydesk.ingest.frontier;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.copydesk.ingest.websub.HubLease;
import io.copydesk.kit.metrics.WatchMeters;
import io.copydesk.schemas.FeedPriority;
import io.copydesk.schemas.FeedStatus;
import io.copydesk.schemas.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The frontier's state with types and keys: JSON in all stores but the queue, whose keys are in the order of host, lane and
 * time and whose values are empty. A state that was changed must be put again. For one thread.
 *
 * <p>Names of stores, keys and JSON fields are a persisted format: what an earlier version wrote must stay readable.
 */
final class FrontierStores {

    static final String HOSTS = "frontier-hosts";
    static final String FEEDS = "frontier-feeds";
    static final String PAGES = "frontier-pages";
    static final String QUEUE = "frontier-queue";
    static final String ROBOTS = "frontier-robots";

    static final String SITES = "frontier-sites";

    /** The key of what is not of one host in {@link #SITES}; no host has that name. */
    private static final String TASK = "*";

    private static final Logger LOG = LoggerFactory.getLogger(FrontierStores.class);
    private static final int HEX_DIGITS = 16;

    private final KeyValueStore<String, byte[]> hosts;
    private final KeyValueStore<String, byte[]> feeds;
    private final KeyValueStore<String, byte[]> pages;
    private final KeyValueStore<String, String> queue;
    private final KeyValueStore<String, byte[]> robots;
    private final KeyValueStore<String, byte[]> sites;
    private final WatchMeters meters;

    /** The lanes of a host that may hold something, a bit for each; all of a host that is not in it. */
    private final Map<String, Integer> lanes = new HashMap<>();

    FrontierStores(ProcessorContext<?, ?> context, WatchMeters meters) {
        this.meters = meters;
        hosts = context.getStateStore(HOSTS);
        feeds = context.getStateStore(FEEDS);
        pages = context.getStateStore(PAGES);
        queue = context.getStateStore(QUEUE);
        robots = context.getStateStore(ROBOTS);
        sites = context.getStateStore(SITES);
    }

    /** The builder of any of the stores but the queue. */
    static StoreBuilder<KeyValueStore<String, byte[]>> json(KeyValueBytesStoreSupplier where) {
        return Stores.keyValueStoreBuilder(where, Serdes.String(), Serdes.ByteArray());
    }

    /** The builder of the queue. */
    static StoreBuilder<KeyValueStore<String, String>> queue(KeyValueBytesStoreSupplier where) {
        return Stores.keyValueStoreBuilder(where, Serdes.String(), Serdes.String());
    }

    /** The state of a host, that of an unknown one when there is none. */
    HostState host(String host) {
        HostState known = read(hosts, host, HostState.class);
        HostState state = known == null ? new HostState() : known;
        state.counted = state.silent();
        return state;
    }

    void put(String host, HostState state) {
        hosts.put(host, Json.bytes(state));
        meters.host(state.counted, state.silent());
        state.counted = state.silent();
    }

    /** Every host that is known, at the start: they are counted, too; those whose state cannot be read are logged and passed over. */
    void eachHost(BiConsumer<String, HostState> visitor) {
        try (KeyValueIterator<String, byte[]> all = hosts.all()) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> entry = all.next();
                try {
                    HostState state = parsed(hosts, entry.key, entry.value, HostState.class);
                    meters.host(false, state.silent());
                    visitor.accept(entry.key, state);
                } catch (IllegalStateException e) {
                    LOG.error("Host {} is left out until its state can be read", entry.key, e);
                }
            }
        }
    }

    @Nullable
    FeedState feed(String url) {
        FeedState known = read(feeds, url, FeedState.class);
        if (known != null) {
            known.counted = known.health;
            known.countedSilent = known.silent();
            known.countedPushed = known.pushed();
            known.countedPagesFailing = known.pagesFailing();
        }
        return known;
    }

    void put(FeedState feed) {
        feeds.put(feed.url, Json.bytes(feed));
        meters.feed(feed.counted, feed.health);
        meters.silentFeed(feed.countedSilent, feed.silent());
        feed.counted = feed.health;
        meters.pushedFeed(feed.countedPushed, feed.pushed());
        feed.countedSilent = feed.silent();
        feed.countedPushed = feed.pushed();
        meters.feedOfFailingPages(feed.countedPagesFailing, feed.pagesFailing());
        feed.countedPagesFailing = feed.pagesFailing();
    }

    void remove(FeedState feed) {
        feeds.delete(feed.url);
        meters.feed(feed.counted, null);
        meters.silentFeed(feed.countedSilent, false);
        meters.pushedFeed(feed.countedPushed, false);
        meters.feedOfFailingPages(feed.countedPagesFailing, false);
    }

    /** Counts the feeds that are known, where that is shown; those whose state cannot be read are passed over. */
    void countFeeds() {
        if (!meters.areShown()) {
            return;
        }
        try (KeyValueIterator<String, byte[]> all = feeds.all()) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> entry = all.next();
                try {
                    FeedHealth known = parsed(feeds, entry.key, entry.value, FeedHealth.class);
                    meters.feed(null, known.health());
                    meters.silentFeed(false, FeedState.isSilent(known.health(), known.silentSince()));
                    meters.feedOfFailingPages(false, FeedState.isSilent(known.health(), known.pagesFailingSince()));
                    meters.pushedFeed(
                            false, known.push() != null && known.push().leaseEnds() > 0);
                } catch (IllegalStateException e) {
                    LOG.debug("not counted", e); // told when its turn comes
                }
            }
        }
    }

    /** Of a {@link FeedState}: all of them are read at each start. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record FeedHealth(
            FeedStatus.@Nullable Health health,
            long silentSince,
            @Nullable HubLease push,
            long pagesFailingSince) {}

    @Nullable
    PageState page(CrawlTarget.Page target) {
        return read(pages, target.text(), PageState.class);
    }

    void put(CrawlTarget.Page target, PageState page) {
        pages.put(target.text(), Json.bytes(page));
    }

    @Nullable
    HopState hop(CrawlTarget.Hop target) {
        return read(pages, target.text(), HopState.class);
    }

    void put(CrawlTarget.Hop target, HopState hop) {
        pages.put(target.text(), Json.bytes(hop));
    }

    /** Removes the state of a page or hop. */
    void remove(CrawlTarget target) {
        pages.delete(target.text());
    }

    @Nullable
    RobotsState robots(String origin) {
        return read(robots, origin, RobotsState.class);
    }

    void put(String origin, RobotsState state) {
        robots.put(origin, Json.bytes(state));
    }

    /** Of a {@link RobotsState}: all of them are looked at now and then. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record RobotsExpiry(long expires) {}

    /**
     * Removes what was to be requested again before {@code since} and was not, among the next robots.txt files in the order of their
     * origins. Those that cannot be read stay: that is told when their turn comes.
     *
     * @param after the origin that was looked at last, empty to begin
     * @param most how many to look at
     * @return the origin that was looked at last now, empty after the last one
     */
    String removeRobots(String after, int most, long since) {
        List<String> unused = new ArrayList<>();
        String last = after;
        int seen = 0;
        try (KeyValueIterator<String, byte[]> some = robots.range(after.isEmpty() ? null : after, null)) {
            while (seen < most && some.hasNext()) {
                KeyValue<String, byte[]> entry = some.next();
                seen++;
                last = entry.key;
                try {
                    if (parsed(robots, entry.key, entry.value, RobotsExpiry.class)
                                    .expires()
                            < since) {
                        unused.add(entry.key);
                    }
                } catch (IllegalStateException e) {
                    LOG.debug("left", e);
                }
            }
        }
        unused.forEach(robots::delete);
        return seen < most ? "" : last;
    }

    /** What was learned of a host, nothing for one that is unknown. */
    SiteState site(String host) {
        SiteState known = read(sites, host, SiteState.class);
        return known == null ? new SiteState() : known;
    }

    void put(String host, SiteState site) {
        sites.put(host, Json.bytes(site));
    }

    /** What this task has spent on visits. */
    VisitBudget budget() {
        VisitBudget known = read(sites, TASK, VisitBudget.class);
        return known == null ? new VisitBudget() : known;
    }

    void put(VisitBudget budget) {
        sites.put(TASK, Json.bytes(budget));
    }

    /** Puts a target into a host's queue. */
    void queue(String host, long due, CrawlTarget target, @Nullable FeedPriority priority) {
        char lane = lane(target.lane(), Priorities.of(priority));
        queue.put(queueKey(host, lane, due) + target.text(), "");
        lanes.computeIfPresent(host, (same, some) -> some | bit(lane));
    }

    /**
     * Removes a target from a host's queue; nothing happens when {@code due} is 0, which means that it is not queued.
     *
     * @param priority with which it was queued
     */
    void unqueue(String host, long due, CrawlTarget target, @Nullable FeedPriority priority) {
        if (due > 0) {
            queue.delete(queueKey(host, lane(target.lane(), Priorities.of(priority)), due) + target.text());
        }
    }

    /** Removes an entry of a host's queue. */
    void unqueue(String host, Due entry) {
        queue.delete(queueKey(host, entry.lane, entry.at) + entry.target.text());
    }

    /**
     * The target of a host whose turn is next: of those that are due, redirects that are followed come first, as what they are
     * followed for waits, then feeds and then pages, since a feed drops its oldest items and a page can wait, and among each of
     * these the first by time and {@link Priorities}; else the first that will be due.
     */
    Optional<Due> first(String host, long now) {
        List<Due> firsts = new ArrayList<>();
        for (char kind : new char[] {CrawlTarget.AWAITED, CrawlTarget.URGENT, CrawlTarget.PATIENT}) {
            List<Due> some = new ArrayList<>();
            for (FeedPriority priority : FeedPriority.values()) {
                first(host, lane(kind, priority), priority).ifPresent(some::add);
            }
            Optional<Due> due = some.stream().filter(each -> each.at <= now).min(Comparator.comparingLong(Due::rank));
            if (due.isPresent()) {
                return due;
            }
            firsts.addAll(some);
        }
        return firsts.stream().min(Comparator.comparingLong(Due::at));
    }

    private Optional<Due> first(String host, char lane, FeedPriority priority) {
        int some = lanes.getOrDefault(host, ~0);
        if ((some & bit(lane)) == 0) {
            return Optional.empty();
        }
        try (KeyValueIterator<String, String> range =
                queue.range(queueKey(host, lane, 0), queueKey(host, lane, Long.MAX_VALUE))) {
            if (range.hasNext()) {
                return Optional.of(due(host, range.next().key, lane, priority));
            }
        }
        lanes.put(host, some & ~bit(lane));
        return Optional.empty();
    }

    /** The lane of a kind of target: those of normal priority are the lanes of before there were priorities. */
    private static char lane(char kind, FeedPriority priority) {
        return (char) (kind
                + switch (priority) {
                    case NORMAL -> 0;
                    case HIGH -> 2;
                    case LOW -> 4;
                });
    }

    private static int bit(char lane) {
        return 1 << (lane - CrawlTarget.URGENT);
    }

    /**
     * A target of a queue.
     *
     * @param at when it is due, epoch milliseconds
     * @param lane of the queue
     */
    record Due(long at, CrawlTarget target, char lane, FeedPriority priority) {

        /** Its place among those that are due. */
        long rank() {
            return at - Priorities.lead(priority);
        }
    }

    private Due due(String host, String key, char lane, FeedPriority priority) {
        int from = host.length() + 2;
        try {
            return new Due(
                    Long.parseLong(key.substring(from, from + HEX_DIGITS), 16),
                    CrawlTarget.parse(key.substring(from + HEX_DIGITS + 1)),
                    lane,
                    priority);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw unreadable(QUEUE, key, e);
        }
    }

    private static String queueKey(String host, char lane, long due) {
        String hex = Long.toHexString(due);
        return host + '\t' + lane + "0".repeat(HEX_DIGITS - hex.length()) + hex + '\t';
    }

    private static <T> @Nullable T read(KeyValueStore<String, byte[]> store, String key, Class<T> type) {
        byte[] value = store.get(key);
        return value == null ? null : parsed(store, key, value, type);
    }

    private static <T> T parsed(KeyValueStore<String, byte[]> store, String key, byte[] value, Class<T> type) {
        try {
            return Json.read(value, type);
        } catch (IOException e) {
            throw unreadable(store.name(), key, e);
        }
    }

    private static IllegalStateException unreadable(String store, String key, Exception cause) {
        return new IllegalStateException(
                "The state store " + store + " holds an entry that this version cannot read, under '" + key
                        + "': it is damaged or was written by a later version. Run the version that wrote it, or reset the"
                        + " frontier's state and changelog topics",
                cause);
    }
}
