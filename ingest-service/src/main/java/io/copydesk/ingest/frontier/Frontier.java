package io.copydesk.ingest.frontier;

import io.copydesk.ingest.frontier.FrontierStores.Due;
import io.copydesk.ingest.link.UrlKey;
import io.copydesk.ingest.websub.HubLease;
import io.copydesk.ingest.websub.Tokens;
import io.copydesk.kit.metrics.WatchMeters;
import io.copydesk.schemas.FailureReason;
import io.copydesk.schemas.FeedPriority;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchOutcome.Result;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Hop;
import io.copydesk.schemas.HubMessage;
import io.copydesk.schemas.Link;
import io.copydesk.schemas.Subscription;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what is fetched when: feeds, robots.txt files and pages alike are a URL with a time. Each host has at most one
 * request in flight, and the next one follows after the host's pause. A request without an outcome within its lease is made
 * again.
 *
 * <p>No clock, no network, no randomness: the decisions follow from the state, the records and the times given, all of which
 * are epoch milliseconds. For one thread.
 */
final class Frontier {

    private static final Logger LOG = LoggerFactory.getLogger(Frontier.class);

    /** Entries of one host's queue that are dealt with without a request before other hosts have their turn. */
    private static final int MAX_IDLE_STEPS = 200;

    private final FrontierSettings settings;
    private final FrontierStores stores;
    private final FrontierEvents events;
    private final WatchMeters meters;

    /** When hosts without a request in flight may have their turn. */
    private final HostTurns ready;

    /** When the outcomes of requests in flight are no longer waited for. */
    private final ReadyHosts leases = new ReadyHosts();

    private final RobotsCache robots;
    private final FeedOutcomes feeds;
    private final PushOutcomes pushes;
    private final PageOutcomes pages;
    private final HopOutcomes hops;
    private int inFlight;

    /** {@code productToken} is the name that robots.txt is judged for, {@code tokens} make what nobody may guess. */
    Frontier(
            FrontierSettings settings,
            String productToken,
            FrontierStores stores,
            FrontierEvents events,
            Tokens tokens,
            WatchMeters meters) {
        this.meters = meters;
        this.settings = settings;
        this.stores = stores;
        this.events = events;
        this.ready = new HostTurns(this::lead);
        this.robots = new RobotsCache(stores, productToken);
        this.pushes = new PushOutcomes(settings, events, tokens);
        this.feeds = new FeedOutcomes(settings, stores, events, pushes);
        this.pages = new PageOutcomes(settings, stores, events);
        this.hops = new HopOutcomes(stores, events);
    }

    /** Continues from what the stores hold. */
    void resume() {
        stores.countFeeds();
        stores.eachHost((host, state) -> {
            if (state.inFlight == null) {
                ready.set(host, state.notBefore);
            } else {
                inFlight++;
                leases.set(host, state.leaseEnds);
            }
        });
    }

    /** A subscription began or changed. */
    void subscribe(String url, Subscription subscription, long now) {
        FeedState known = stores.feed(url);
        if (known == null) {
            watch(feeds.subscribe(url, subscription, now));
        } else if (known.isReachedBy(subscription)) {
            feeds.reached(known, subscription);
        } else if (feeds.change(known, subscription, now)) {
            watch(known);
        }
    }

    private void watch(FeedState feed) {
        enqueue(feed.url, feed.due, feed.target(), feed.priority);
    }

    /** A subscription ended. A sitemap that an index names is watched further, for the index; one that is an index itself is not. */
    void unsubscribe(String url) {
        FeedState known = stores.feed(url);
        if (known != null && known.index == null && !known.indexes.isEmpty() && known.sitemaps.isEmpty()) {
            feeds.subscriptionEnded(known);
        } else {
            forget(url, known);
        }
    }

    private void forget(String url, @Nullable FeedState known) {
        if (known != null) {
            stores.unqueue(Urls.host(url), known.due, known.target(), known.priority);
            stores.remove(known);
            feeds.withdraw(known, known.sitemaps);
            pushes.end(known);
        }
        events.removeStatus(url);
    }

    /** A URL was discovered. */
    void link(Link link, long now) {
        if (link.hop() != null) {
            follow(link, link.hop(), now);
        } else if (link.target() == FetchTarget.FEED && link.verdict() != null) {
            pages.judged(link.url(), link.verdict(), now);
        } else if (link.target() == FetchTarget.FEED && link.updated()) {
            refresh(link.url(), now);
        } else if (link.target() == FetchTarget.FEED) {
            named(link, now);
        } else if (UrlKey.of(link.url()) instanceof UrlKey.Key key) {
            CrawlTarget.Page target = new CrawlTarget.Page(key.key());
            if (link.editedIn() != null) {
                pages.cleaned(target, link.editedIn(), link.verdict(), now)
                        .ifPresent(page -> enqueue(page.url, page.due, target, page.priority));
                return;
            }
            pages.named(target, key.url(), link, now)
                    .ifPresent(page -> enqueue(page.url, page.due, target, page.priority));
        }
    }

    /** The next hop of a redirect, unless its host is left alone for longer than the answer is waited for. */
    private void follow(Link link, Hop hop, long now) {
        HostState state = stores.host(Urls.host(link.url()));
        if (hop.form() == null && state.notBefore > now + patience()) {
            hops.relayFailure(link.url(), hop, FailureReason.DEADLINE, now);
        } else {
            enqueue(link.url(), now, hops.add(link, hop, now), null);
        }
    }

    /** How long the end of a redirect is waited for, in milliseconds, until it is asked for again. */
    private long patience() {
        return 2 * settings.lease().toMillis();
    }

    /** A feed is to be polled now. */
    private void refresh(String url, long now) {
        FeedState known = stores.feed(url);
        if (known != null) {
            feeds.refresh(known, now);
            watch(known);
        }
    }

    /** An index names a sitemap, or does so no more; one that is subscribed on its own, or that another index names, stays. */
    private void named(Link link, long now) {
        FeedState known = stores.feed(link.url());
        String index = link.source();
        boolean withdrawn = Boolean.TRUE.equals(link.withdrawn());
        if (index == null) {
            return;
        }
        if (known == null) {
            if (!withdrawn) {
                watch(feeds.named(link.url(), index, link.priority(), now));
            }
            return;
        }
        if (index.equals(known.category)) {
            known.category = null; // the state of a release that kept the index there
            known.index = index;
        }
        if (withdrawn) {
            SitemapIndexes.remove(known, index);
        } else {
            SitemapIndexes.add(known, index, link.priority());
        }
        if (known.index != null && known.indexes.isEmpty()) {
            forget(link.url(), known);
        } else {
            feeds.indexed(known);
        }
    }

    private void enqueue(String url, long due, CrawlTarget target, @Nullable FeedPriority priority) {
        String host = Urls.host(url);
        stores.queue(host, due, target, priority);
        HostState state = stores.host(host);
        if (state.requests == 0 && state.notBefore == 0) {
            stores.put(host, state);
        }
        if (state.inFlight == null) {
            ready.notLaterThan(host, Math.max(due, state.notBefore), Priorities.lead(Priorities.of(priority)));
        }
    }

    /** Makes the requests that are due. */
    void release(long now) {
        robots.forgetUnused(now);
        for (String host = leases.poll(now); host != null; host = leases.poll(now)) {
            String expired = host;
            guarded(host, now, () -> expire(expired, now));
        }
        while (inFlight < settings.maxInFlight()) {
            String host = ready.poll(now, settings.maxInFlight() - inFlight);
            if (host == null) {
                return;
            }
            guarded(host, now, () -> turn(host, now));
        }
    }

    /** By how much a host goes before others whose turn has come, too. */
    private long lead(String host, long now) {
        try {
            return stores.first(host, now)
                    .map(first -> Priorities.lead(first.priority()))
                    .orElse(0L);
        } catch (IllegalStateException e) {
            return 0; // told when its turn comes
        }
    }

    /** When {@link #release} has something to do unless a record changes that; {@link Long#MAX_VALUE} for never. */
    long nextTurn() {
        return inFlight < settings.maxInFlight() ? Math.min(ready.next(), leases.next()) : leases.next();
    }

    /** A host whose state cannot be read or acted on is postponed: it must neither be lost nor hold up the others. */
    private void guarded(String host, long now, Runnable step) {
        try {
            step.run();
        } catch (KafkaException e) {
            throw e; // the store or the producer has failed, and with it the task
        } catch (RuntimeException e) {
            LOG.error("Host {} is postponed, as its turn failed", host, e);
            ready.set(host, now + settings.lease().toMillis());
        }
    }

    private void expire(String host, long now) {
        HostState state = stores.host(host);
        if (state.inFlight != null && state.leaseEnds <= now) {
            state.expired(settings); // its target is still in the queue
            inFlight--;
            stores.put(host, state);
            ready.set(host, state.notBefore);
        }
    }

    private void turn(String host, long now) {
        HostState state = stores.host(host);
        if (state.inFlight != null) {
            return;
        }
        for (int step = 0; step < MAX_IDLE_STEPS; step++) {
            Optional<Due> first = stores.first(host, now);
            if (first.isEmpty()) {
                return;
            }
            long at = Math.max(first.get().at(), state.notBefore);
            if (at > now) {
                ready.set(host, at);
                return;
            }
            if (attempt(host, state, first.get(), now)) {
                return;
            }
        }
        ready.set(host, now);
    }

    /** Deals with one entry of a host's queue; true when the host's turn is over. */
    private boolean attempt(String host, HostState state, Due due, long now) {
        Optional<Candidate> candidate = due.target()
                .fold(
                        feed -> feeds.candidate(feed, due.at()),
                        page -> pages.candidate(page, due.at(), now),
                        hop -> hops.candidate(hop, due.at()),
                        robotsTxt -> Optional.empty());
        if (candidate.isEmpty()) {
            stores.unqueue(host, due);
            return false;
        }
        return attempt(host, state, due, candidate.get(), now);
    }

    private boolean attempt(String host, HostState state, Due due, Candidate candidate, long now) {
        String url = candidate.url();
        RobotsCache.Verdict verdict = candidate.obeysRobots() ? robots.judge(url, now) : RobotsCache.Verdict.ALLOWED;
        return switch (verdict) {
            case ALLOWED -> {
                FetchRequest request = candidate.request(state.nextRequestId(host), startBefore(now), now);
                issue(host, state, due.target(), request);
                if (request.target() == FetchTarget.FEED && request.form() == null) {
                    meters.polled(now - due.at());
                }
                yield true;
            }
            case UNKNOWN -> {
                FetchRequest request = new FetchRequest(
                        state.nextRequestId(host),
                        Urls.robots(url),
                        FetchTarget.ROBOTS,
                        null,
                        null,
                        null,
                        startBefore(now));
                issue(host, state, new CrawlTarget.Robots(Urls.origin(url)), request);
                yield true;
            }
            case FOLLOWING -> {
                ready.set(host, Math.max(now + 1, robots.expires(url)));
                yield true;
            }
            case UNREACHABLE -> {
                candidate.unreachable(robots.problem(url), robots.expires(url), now);
                yield false;
            }
            case DISALLOWED -> {
                candidate.disallowed(now);
                yield false;
            }
        };
    }

    private void issue(String host, HostState state, CrawlTarget target, FetchRequest request) {
        state.issued(request, target, settings);
        inFlight++;
        stores.put(host, state);
        leases.set(host, state.leaseEnds);
        events.request(request);
    }

    private long startBefore(long now) {
        return now + settings.startWithin().toMillis();
    }

    /** A request ended, of this task or, relayed, of the task to whose site a redirect led. */
    void outcome(FetchOutcome outcome, Reading reading, long now) {
        if (outcome.push() != null) {
            pushed(outcome, outcome.push(), reading, now);
            return;
        }
        String host = Urls.host(outcome.url());
        HostState state = stores.host(host);
        if (state.entry != null && outcome.requestId().equals(state.inFlight)) {
            CrawlTarget target = CrawlTarget.parse(state.entry);
            state.answered(outcome, settings, now);
            answered(state, target, outcome, reading, now);
            stores.put(host, state);
            leases.remove(host);
            inFlight--; // not before, so that after an exception the request is in flight in the store and here alike
            ready.set(host, state.notBefore);
        } else {
            relayed(host, state, outcome, reading, now);
            if (state.inFlight == null) {
                ready.notLaterThan(host, state.notBefore, 0);
            }
        }
    }

    /** The outcome of a host's request in flight. */
    private void answered(HostState state, CrawlTarget target, FetchOutcome outcome, Reading reading, long now) {
        Runnable update = target.fold(
                feed -> () -> feedAnswered(feed, outcome, reading, now),
                page -> () -> pages.learn(page, outcome, now)
                        .ifPresent(moved -> enqueue(moved.url, moved.due, page, moved.priority)),
                hop -> () -> hops.learn(hop, outcome),
                robotsTxt -> () -> robotsAnswered(state, robotsTxt.origin(), outcome, now));
        update.run();
    }

    private void feedAnswered(CrawlTarget.Feed target, FetchOutcome outcome, Reading reading, long now) {
        FeedState feed = stores.feed(target.url());
        if (feed == null) {
            return;
        }
        if (outcome.result() == Result.MOVED && outcome.location() != null) {
            feeds.follow(feed, outcome.requestId(), now + patience());
            hops.follow(outcome, outcome.location(), HopOutcomes.isPermanent(outcome.status()));
        } else {
            feeds.learn(feed, outcome, reading, now);
        }
    }

    private void robotsAnswered(HostState state, String origin, FetchOutcome outcome, long now) {
        if (outcome.result() == Result.MOVED && outcome.location() != null) {
            robots.follow(origin, outcome.requestId(), now + patience());
            hops.follow(outcome, outcome.location(), true);
        } else {
            robots.learn(origin, outcome, now);
            state.crawlDelay(robots.crawlDelay(origin), outcome.at(), settings);
        }
    }

    /** The answer to a redirected request, from where the redirects led; pages are not relayed. */
    private void relayed(String host, HostState state, FetchOutcome outcome, Reading reading, long now) {
        if (outcome.target() == FetchTarget.ROBOTS && robots.follows(outcome)) {
            String origin = Urls.origin(outcome.url());
            robots.learn(origin, outcome, now);
            state.crawlDelay(robots.crawlDelay(origin), now, settings);
            stores.put(host, state);
        } else if (outcome.target() == FetchTarget.FEED) {
            FeedState feed = stores.feed(outcome.url());
            if (feed != null && outcome.requestId().equals(feed.following)) {
                feeds.learn(feed, outcome, reading, now);
            } else if (pushes.answered(feed, outcome) && feed != null) {
                stores.put(feed);
            }
        }
    }

    /** A hub sent something for a feed. */
    private void pushed(FetchOutcome outcome, HubMessage message, Reading reading, long now) {
        FeedState feed = stores.feed(outcome.url());
        boolean content = pushes.received(feed, message, now);
        if (feed == null || feed.push == null) {
            return;
        }
        Optional<Reading.Items> items = content ? pushes.delivered(feed, reading) : Optional.empty();
        items.ifPresent(document -> feeds.delivered(feed, document, outcome.at(), now));
        if (content && items.isEmpty()) {
            feed.push.pinged(now);
        }
        if (feed.push.wantsPoll(feed.window) && feed.failures == 0) {
            feeds.pollBy(feed, Math.max(now, feed.lastPoll + HubLease.BETWEEN_POLLS));
            watch(feed);
        } else if (message.kind() == HubMessage.Kind.SUBSCRIBED && feed.push.isLive(now) && feed.failures == 0) {
            feeds.pollBy(feed, feed.push.renewal());
            watch(feed);
        } else {
            feeds.publish(feed);
        }
    }
}
