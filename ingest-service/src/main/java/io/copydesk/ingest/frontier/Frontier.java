package io.copydesk.ingest.frontier;

import io.copydesk.ingest.frontier.FrontierStores.Due;
import io.copydesk.ingest.link.UrlKey;
import io.copydesk.schemas.FailureReason;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchOutcome.Result;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Hop;
import io.copydesk.schemas.Link;
import io.copydesk.schemas.Subscription;
import java.util.Optional;

/**
 * Decides what is fetched when: feeds, robots.txt and pages alike are a URL with a time. For each host one request is at work,
 * and the next follows after the host's pause. A request whose outcome does not arrive within its lease is made again.
 *
 * <p>No clock, no network, no randomness: what happens follows from the state, the records and the times given. For one
 * thread.
 */
final class Frontier {

    /** Redirects that are followed in a row (RFC 9309 §2.3.1.2 asks for five). */
    private static final int MAX_HOPS = 5;

    /** Entries of one host that are dealt with without a request before others have their turn. */
    private static final int IDLE_STEPS = 200;

    private final FrontierSettings settings;
    private final FrontierStores stores;
    private final FrontierEvents outbox;
    private final ReadyHosts ready = new ReadyHosts();
    private final RobotsCache robots;
    private final FeedOutcomes feeds;
    private final PageOutcomes pages;
    private int inFlight;

    Frontier(FrontierSettings settings, String agent, FrontierStores stores, FrontierEvents outbox) {
        this.settings = settings;
        this.stores = stores;
        this.outbox = outbox;
        this.robots = new RobotsCache(stores, agent);
        this.feeds = new FeedOutcomes(settings, stores, outbox);
        this.pages = new PageOutcomes(settings, stores, outbox);
    }

    /** Takes up what the stores hold. */
    void resume() {
        stores.eachHost((host, state) -> {
            if (state.inFlight != null) {
                inFlight++;
            }
            ready.set(host, state.inFlight != null ? state.leaseEnds : state.notBefore);
        });
    }

    /** A subscription began, changed or, with {@code null}, ended. */
    void subscribe(String url, Subscription subscription, long now) {
        FeedState known = stores.feed(url);
        if (subscription == null) {
            if (known != null) {
                stores.unqueue(Urls.host(url), known.due, QueueEntry.feed(url));
                stores.removeFeed(url);
            }
            outbox.forget(url);
        } else if (known == null) {
            watch(url, subscription.title(), subscription.category(), now);
        } else {
            known.category = subscription.category();
            stores.put(known);
        }
    }

    private void watch(String url, String title, String category, long now) {
        FeedState feed = new FeedState();
        feed.url = url;
        feed.title = title;
        feed.category = category;
        // Not all at once: a file of a thousand feeds would otherwise come back as a thousand polls every time.
        long spread = settings.spread().toMillis();
        feed.due = now + (spread == 0 ? 0 : Math.floorMod(url.hashCode() * 2654435761L, spread));
        stores.put(feed);
        enqueue(url, feed.due, QueueEntry.feed(url));
        outbox.status(FeedOutcomes.status(feed));
    }

    /** A URL was discovered. */
    void link(Link link, long now) {
        if (link.hop() != null) {
            QueueEntry entry = QueueEntry.hop(link.hop().requestId());
            PageState hop = new PageState();
            hop.url = link.url();
            hop.hop = link.hop();
            hop.hops = link.hops();
            hop.due = now;
            stores.put(entry, hop);
            enqueue(link.url(), now, entry);
        } else if (link.target() == FetchTarget.FEED) {
            if (stores.feed(link.url()) == null) {
                watch(link.url(), null, link.source(), now);
            }
        } else if (UrlKey.of(link.url()) instanceof UrlKey.Key key) {
            QueueEntry entry = QueueEntry.page(key.key());
            PageState page = pages.named(entry, key.url(), link, now);
            if (page != null) {
                enqueue(page.url, page.due, entry);
            }
        }
    }

    private void enqueue(String url, long due, QueueEntry entry) {
        String host = Urls.host(url);
        stores.queue(host, due, entry);
        HostState state = stores.host(host);
        if (state.requests == 0 && state.notBefore == 0) {
            stores.put(host, state);
        }
        ready.notLaterThan(host, state.inFlight != null ? state.leaseEnds : Math.max(due, state.notBefore));
    }

    /** Makes the requests that are due. */
    void release(long now) {
        while (inFlight < settings.maxInFlight()) {
            String host = ready.poll(now);
            if (host == null) {
                return;
            }
            turn(host, now);
        }
    }

    private void turn(String host, long now) {
        HostState state = stores.host(host);
        if (state.inFlight != null) {
            if (state.leaseEnds > now) {
                ready.set(host, state.leaseEnds);
                return;
            }
            state.inFlight = null; // its outcome is lost; the entry is still in the queue
            state.notBefore = Math.max(state.notBefore, state.leaseEnds + delay(state)); // it may have ended just now
            inFlight--;
            stores.put(host, state);
        }
        for (int step = 0; step < IDLE_STEPS; step++) {
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

    /** Deals with one entry; true when the host's turn is over. */
    private boolean attempt(String host, HostState state, Due due, long now) {
        QueueEntry entry = due.entry();
        FeedState feed = entry.kind() == 'f' ? stores.feed(entry.name()) : null;
        PageState page = entry.kind() == 'f' ? null : stores.page(entry);
        if (feed == null && page == null || due.at() != (feed != null ? feed.due : page.due)) {
            stores.unqueue(host, due.at(), entry); // left over
            return false;
        }
        if (page != null && page.done) {
            pages.forget(entry, page, now);
            return false;
        }
        String url = feed != null ? feed.url : page.url;
        boolean isRobots = page != null && page.hop != null && page.hop.target() == FetchTarget.ROBOTS;
        RobotsCache.Verdict verdict = isRobots ? RobotsCache.Verdict.ALLOWED : robots.judge(url, now);
        switch (verdict) {
            case ALLOWED -> {
                issue(host, state, entry, feed, page, now);
                return true;
            }
            case UNKNOWN -> {
                issue(
                        host,
                        state,
                        'r' + Urls.origin(url),
                        request(state, host, Urls.robots(url), FetchTarget.ROBOTS, now));
                return true;
            }
            case WAIT -> {
                ready.set(host, Math.max(now + 1, robots.waitsUntil(url)));
                return true;
            }
            default -> {
                disallowed(entry, feed, page, now);
                return false;
            }
        }
    }

    private void disallowed(QueueEntry entry, FeedState feed, PageState page, long now) {
        if (feed != null) {
            feeds.disallowed(feed, now);
        } else if (page.hop != null) {
            finishHop(entry, page);
            outbox.relay(unanswered(page, FailureReason.ROBOTS, now));
        } else {
            outbox.refuse(page.url, page.url, FailureReason.ROBOTS, "robots.txt does not allow it");
            pages.finish(entry, page, now);
        }
    }

    private void issue(String host, HostState state, QueueEntry entry, FeedState feed, PageState page, long now) {
        FetchRequest request;
        if (feed != null) {
            request = feeds.request(feed, id(state, host), startBefore(now), now);
        } else if (page.hop != null) {
            request = request(state, host, page.url, page.hop.target(), now);
        } else {
            request = new FetchRequest(
                    id(state, host),
                    page.url,
                    FetchTarget.PAGE,
                    page.etag,
                    page.lastModified,
                    page.digest,
                    startBefore(now));
        }
        issue(host, state, entry.toString(), request);
    }

    private void issue(String host, HostState state, String entry, FetchRequest request) {
        state.inFlight = request.id();
        state.entry = entry;
        state.leaseEnds = request.startBefore()
                + settings.lease().minus(settings.startWithin()).toMillis();
        inFlight++;
        stores.put(host, state);
        ready.set(host, state.leaseEnds);
        outbox.request(request);
    }

    private FetchRequest request(HostState state, String host, String url, FetchTarget target, long now) {
        return new FetchRequest(id(state, host), url, target, null, null, null, startBefore(now));
    }

    private static String id(HostState state, String host) {
        state.requests++;
        return host + "#" + state.requests;
    }

    private long startBefore(long now) {
        return now + settings.startWithin().toMillis();
    }

    /** A request ended, here or, relayed, where a redirect led. */
    void outcome(FetchOutcome outcome, Reading reading, long now) {
        String host = Urls.host(outcome.url());
        HostState state = stores.host(host);
        boolean ours = outcome.requestId().equals(state.inFlight);
        String entry = state.entry;
        if (ours) {
            state.inFlight = null;
            inFlight--;
            pause(state, outcome, now);
        }
        if (outcome.target() == FetchTarget.ROBOTS && (ours ? entry.charAt(0) == 'r' : robots.follows(outcome))) {
            robotsOutcome(state, outcome, ours, now);
        } else if (ours && entry.charAt(0) == 'h') {
            hopOutcome(QueueEntry.parse(entry), outcome);
        } else if (outcome.target() == FetchTarget.FEED) {
            feedOutcome(outcome, reading, ours, now);
        } else if (ours) {
            pageOutcome(QueueEntry.parse(entry), outcome, now);
        }
        if (ours) {
            stores.put(host, state);
        }
        if (state.inFlight == null) {
            ready.notLaterThan(host, state.notBefore);
            if (ours) {
                ready.set(host, state.notBefore);
            }
        }
    }

    private void pause(HostState state, FetchOutcome outcome, long now) {
        state.notBefore = Math.max(now, outcome.at() + delay(state));
        if (outcome.status() == 429 || outcome.status() == 503) {
            state.notBefore = Math.max(state.notBefore, Math.min(outcome.retryAfter(), now + Backoff.LONGEST));
        }
        if (outcome.result() == Result.FAILED && outcome.status() == 0) {
            state.failures++;
            state.notBefore = Math.max(state.notBefore, now + Backoff.ofHost(state.failures));
        } else {
            state.failures = 0;
        }
    }

    private long delay(HostState state) {
        return Math.max(
                settings.hostDelay().toMillis(),
                Math.min(state.crawlDelay, settings.maxCrawlDelay().toMillis()));
    }

    private void robotsOutcome(HostState state, FetchOutcome outcome, boolean ours, long now) {
        String origin = Urls.origin(outcome.url());
        if (ours && outcome.result() == Result.MOVED && outcome.location() != null) {
            robots.follow(
                    origin, outcome.requestId(), now + 2 * settings.lease().toMillis());
            follow(outcome, FetchTarget.ROBOTS, 1, true);
            return;
        }
        robots.learn(origin, outcome, now);
        state.crawlDelay = robots.crawlDelay(origin);
        state.notBefore = Math.max(state.notBefore, (ours ? outcome.at() : now) + delay(state));
        stores.put(Urls.host(outcome.url()), state);
    }

    private void feedOutcome(FetchOutcome outcome, Reading reading, boolean ours, long now) {
        FeedState feed = stores.feed(outcome.url());
        if (feed == null || !ours && !outcome.requestId().equals(feed.following)) {
            return;
        }
        if (ours && outcome.result() == Result.MOVED && outcome.location() != null) {
            feeds.follow(feed, outcome.requestId(), now);
            follow(outcome, FetchTarget.FEED, 1, isPermanent(outcome.status()));
            return;
        }
        feeds.learn(feed, outcome, reading, now);
    }

    private void follow(FetchOutcome outcome, FetchTarget target, int hops, boolean permanent) {
        outbox.link(Link.builder()
                .url(outcome.location())
                .target(target)
                .hops(hops)
                .hop(new Hop(outcome.url(), outcome.requestId(), target, permanent))
                .build());
    }

    private void hopOutcome(QueueEntry entry, FetchOutcome outcome) {
        PageState page = stores.page(entry);
        if (page == null) {
            return;
        }
        finishHop(entry, page);
        boolean moved = outcome.result() == Result.MOVED && outcome.location() != null;
        if (moved && page.hops < MAX_HOPS) {
            Hop hop = page.hop;
            outbox.link(Link.builder()
                    .url(outcome.location())
                    .target(hop.target())
                    .hops(page.hops + 1)
                    .hop(new Hop(
                            hop.url(), hop.requestId(), hop.target(), hop.permanent() && isPermanent(outcome.status())))
                    .build());
        } else {
            outbox.relay(
                    moved
                            ? unanswered(page, FailureReason.TOO_MANY_REDIRECTS, outcome.at())
                            : outcome.relayed(page.hop));
        }
    }

    private void finishHop(QueueEntry entry, PageState page) {
        stores.unqueue(Urls.host(page.url), page.due, entry);
        stores.remove(entry);
    }

    private static FetchOutcome unanswered(PageState hop, FailureReason reason, long now) {
        FetchRequest request = new FetchRequest("", hop.url, hop.hop.target(), null, null, null, 0);
        return FetchOutcome.builder(request, Result.FAILED, now)
                .reason(reason)
                .build()
                .relayed(hop.hop);
    }

    private void pageOutcome(QueueEntry entry, FetchOutcome outcome, long now) {
        PageState page = stores.page(entry);
        if (page == null) {
            return;
        }
        if (outcome.result() == Result.MOVED && outcome.location() != null) {
            moved(entry, page, outcome, now);
        } else {
            pages.learn(entry, page, outcome, now);
        }
    }

    private void moved(QueueEntry entry, PageState page, FetchOutcome outcome, long now) {
        if (page.hops >= MAX_HOPS) {
            outbox.refuse(
                    outcome.requestId(), page.url, FailureReason.TOO_MANY_REDIRECTS, MAX_HOPS + " redirects in a row");
            pages.finish(entry, page, now);
            return;
        }
        boolean same = UrlKey.of(outcome.location()) instanceof UrlKey.Key key
                && key.key().equals(entry.name());
        if (same) {
            stores.unqueue(Urls.host(page.url), page.due, entry);
            page.url = outcome.location();
            page.hops++;
            page.due = now;
            stores.put(entry, page);
            enqueue(page.url, page.due, entry);
            return;
        }
        outbox.link(Link.builder()
                .url(outcome.location())
                .target(FetchTarget.PAGE)
                .source(page.url)
                .hops(page.hops + 1)
                .build());
        pages.finish(entry, page, now);
    }

    private static boolean isPermanent(int status) {
        return status == 301 || status == 308;
    }
}
