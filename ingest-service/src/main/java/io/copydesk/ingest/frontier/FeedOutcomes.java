package io.copydesk.ingest.frontier;

import io.copydesk.schemas.Announcement;
import io.copydesk.schemas.FeedPriority;
import io.copydesk.schemas.FeedStatus.Health;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchOutcome.Result;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Link;
import io.copydesk.schemas.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Updates a feed by the outcome of a poll: its items, its rhythm, whether it is trusted, and when the next poll is due. */
final class FeedOutcomes {

    private static final long DAY = Duration.ofDays(1).toMillis();

    private static final int GONE = 410;

    private final FrontierSettings settings;
    private final FrontierStores stores;
    private final FrontierEvents events;
    private final PollPlan plan;
    private final PushOutcomes pushes;

    /** Earliest first poll of the next new subscription, in milliseconds since 1970. */
    private long nextFirstPoll;

    FeedOutcomes(FrontierSettings settings, FrontierStores stores, FrontierEvents events, PushOutcomes pushes) {
        this.pushes = pushes;
        this.settings = settings;
        this.stores = stores;
        this.events = events;
        this.plan = new PollPlan(settings);
    }

    /** A new subscription, which is polled at once unless it is one of many: an OPML file may name thousands of feeds. */
    FeedState subscribe(String url, Subscription subscription, long now) {
        FeedState feed = new FeedState(url);
        feed.title = subscription.title();
        feed.subscribed(subscription);
        return begin(feed, now);
    }

    /** The subscriber changed what is known of a feed; returns whether it is to be polled sooner for that. */
    boolean change(FeedState feed, Subscription subscription, long now) {
        FeedPriority before = feed.priority;
        SitemapIndexes.complete(feed);
        feed.index = null;
        requeue(feed, feed.due, () -> feed.subscribed(subscription));
        if (feed.priority != before) {
            name(feed, feed.sitemaps);
        }
        boolean sooner = feed.maxPoll > 0 && feed.due > now + feed.maxPoll;
        if (sooner) {
            reschedule(feed, now + feed.maxPoll);
        }
        stores.put(feed);
        return sooner;
    }

    /**
     * A feed of another URL has moved here for good. What the subscriber said of this one stays, and so does its record in
     * {@code subscriptions}, which the other one's has replaced.
     */
    void reached(FeedState feed, Subscription moved) {
        feed.movedFrom = moved.movedFrom();
        Subscription kept = feed.at(feed.url, Objects.requireNonNull(moved.movedFrom()));
        if (!kept.equals(moved)) {
            events.subscribe(kept);
        }
        stores.put(feed);
    }

    /** Polls it as soon as its host's turn allows, one after the other when there are many. */
    void refresh(FeedState feed, long now) {
        long due = spaced(now);
        reschedule(feed, feed.due == 0 ? due : Math.min(feed.due, due));
        publish(feed);
    }

    /** Polls it at {@code due} unless it is to be polled before. */
    void pollBy(FeedState feed, long due) {
        reschedule(feed, feed.due == 0 ? due : Math.min(feed.due, due));
        publish(feed);
    }

    /** Its hub delivered items, at {@code at}. */
    void delivered(FeedState feed, Reading.Items document, long at, long now) {
        String seen = Instant.ofEpochMilli(at).toString();
        SeenItems.News news = SeenItems.compare(feed.seen, document.items(), feed.window);
        long lastNew = feed.lastNew;
        feed.delivered(news, now);
        if (!news.added().isEmpty()) {
            Silence.heard(feed, news.added().size(), lastNew, true, now);
        }
        news.added().forEach(item -> announce(feed, item, false, seen));
        news.changed().forEach(item -> announce(feed, item, true, seen));
        Objects.requireNonNull(feed.push)
                .delivered(news.added().size(), news.changed().size(), now);
    }

    /** A sitemap that an index names. */
    FeedState named(String url, String index, @Nullable FeedPriority priority, long now) {
        FeedState feed = new FeedState(url);
        SitemapIndexes.add(feed, index, priority);
        feed.index = index;
        feed.priority = Priorities.stored(priority);
        return begin(feed, now);
    }

    /** Other indexes, or with other priorities, name it than before. */
    void indexed(FeedState sitemap) {
        if (sitemap.index == null) {
            stores.put(sitemap);
            return;
        }
        FeedPriority priority = SitemapIndexes.priority(sitemap);
        String index = SitemapIndexes.owner(sitemap);
        if (priority == sitemap.priority && index.equals(sitemap.index)) {
            stores.put(sitemap);
        } else {
            assign(sitemap, index, priority);
        }
    }

    /** The subscriber takes back a sitemap that an index names, with all that was said of it. */
    void subscriptionEnded(FeedState sitemap) {
        requeue(sitemap, sitemap.due, sitemap::unsubscribed);
        assign(sitemap, SitemapIndexes.owner(sitemap), SitemapIndexes.priority(sitemap));
    }

    private void assign(FeedState sitemap, String index, @Nullable FeedPriority priority) {
        requeue(sitemap, sitemap.due, () -> sitemap.priority = priority);
        sitemap.index = index;
        publish(sitemap);
    }

    private FeedState begin(FeedState feed, long now) {
        feed.due = spaced(now);
        publish(feed);
        return feed;
    }

    private long spaced(long now) {
        long due = Math.max(now, nextFirstPoll);
        nextFirstPoll = due + settings.firstPollSpacing().toMillis();
        return due;
    }

    /** The feed whose turn it is, empty when the queue's entry is out of date. */
    Optional<Candidate> candidate(CrawlTarget.Feed target, long due) {
        FeedState feed = stores.feed(target.url());
        return feed == null || feed.due != due ? Optional.empty() : Optional.of(new Poll(feed));
    }

    private final class Poll implements Candidate {
        private final FeedState feed;

        Poll(FeedState feed) {
            this.feed = feed;
        }

        @Override
        public String url() {
            return feed.url;
        }

        /** With validators while "not modified" is believed and was checked lately. */
        @Override
        public FetchRequest request(String id, long startBefore, long now) {
            boolean conditional = Distrust.allowsConditional(feed, now);
            if (feed.probing == conditional) {
                feed.probing = !conditional;
                stores.put(feed);
            }
            return new FetchRequest(
                    id,
                    feed.url,
                    FetchTarget.FEED,
                    conditional ? feed.etag : null,
                    conditional ? feed.lastModified : null,
                    feed.digest,
                    startBefore);
        }

        @Override
        public void disallowed(long now) {
            feed.health = Health.DISALLOWED;
            feed.why = "disallowed by robots.txt; checked again every day";
            reschedule(feed, now + DAY);
            publish(feed);
        }

        @Override
        public void unreachable(String robots, long until, long now) {
            feed.failed(robots, settings.deadAfter().toMillis(), now);
            reschedule(feed, until);
            publish(feed);
        }
    }

    /** A redirect of the feed is being followed; without an answer it is polled again at {@code until}. */
    void follow(FeedState feed, String requestId, long until) {
        feed.following = requestId;
        reschedule(feed, until);
        stores.put(feed);
    }

    /** Learns from the final outcome of a poll. */
    void learn(FeedState feed, FetchOutcome outcome, Reading reading, long now) {
        long known = feed.items;
        long lastNew = feed.lastNew;
        feed.answered(outcome);
        Optional<String> problem = switch (outcome.result()) {
            case FETCHED -> fetched(feed, outcome, reading, now);
            case UNCHANGED -> unchanged(feed, outcome, now);
            case NOT_MODIFIED -> notModified(feed, now);
            case MOVED -> Optional.of("redirect without a location");
            case DENIED -> Optional.of("HTTP " + outcome.status());
            case FAILED ->
                Optional.of(
                        outcome.reason() == null
                                ? "no response"
                                : outcome.reason().label());
        };
        problem.map(why -> why + redirected(outcome)).ifPresentOrElse(why -> failed(feed, why, outcome, now), () -> {
            boolean verified = outcome.result() != Result.NOT_MODIFIED || feed.confirmed > 0;
            Silence.heard(feed, feed.items - known, lastNew, verified, now);
            succeeded(feed, outcome, now);
        });
        pushes.polled(feed, outcome, reading, now);
        feed.lastPoll = now;
        publish(feed);
    }

    /** Where the answer came from when that is not the feed's own address. */
    private static String redirected(FetchOutcome outcome) {
        return outcome.location() == null ? "" : " at " + outcome.location() + ", to which it redirects";
    }

    private static Optional<String> notModified(FeedState feed, long now) {
        feed.unverified++;
        if (feed.confirmed > 0) {
            feed.observe(List.of(), now);
        }
        return Optional.empty();
    }

    private static Optional<String> unchanged(FeedState feed, FetchOutcome outcome, long now) {
        feed.observe(List.of(), now);
        Distrust.probeFoundNothingNew(feed);
        feed.received(outcome, now);
        return Optional.empty();
    }

    private Optional<String> fetched(FeedState feed, FetchOutcome outcome, Reading reading, long now) {
        if (outcome.digest() != null && outcome.digest().equals(feed.digest)) {
            return unchanged(feed, outcome, now); // a redirect's target, whose request could not name the digest
        }
        return reading.fold(
                items -> items(feed, outcome, items, now),
                sitemaps -> sitemaps(feed, outcome, sitemaps, now),
                unreadable -> Optional.of(unreadable.detail()),
                () -> Optional.of("not a feed"));
    }

    private Optional<String> items(FeedState feed, FetchOutcome outcome, Reading.Items document, long now) {
        withdraw(feed, feed.sitemaps);
        feed.sitemaps = List.of();
        SeenItems.News news = SeenItems.compare(feed.seen, document.items());
        Distrust.body(feed, outcome, news.added());
        if (feed.lastBody == 0) {
            feed.observeFirst(document.items(), now);
        } else {
            feed.observe(news.added(), now);
        }
        pushes.found(feed, news.added(), now);
        feed.shows(document, news, now);
        feed.received(outcome, now);
        String seen = Instant.ofEpochMilli(outcome.at()).toString();
        news.added().forEach(item -> announce(feed, item, false, seen));
        news.changed().forEach(item -> announce(feed, item, true, seen));
        return Optional.empty();
    }

    private Optional<String> sitemaps(FeedState feed, FetchOutcome outcome, Reading.Sitemaps index, long now) {
        if (feed.index != null) {
            return Optional.of("a sitemap index within a sitemap index, which the format does not allow");
        }
        withdraw(
                feed,
                feed.sitemaps.stream()
                        .filter(url -> !index.urls().contains(url))
                        .toList());
        name(feed, index.urls());
        feed.sitemaps = index.urls();
        feed.received(outcome, now);
        return Optional.empty();
    }

    private void name(FeedState index, List<String> urls) {
        urls.forEach(url -> events.link(named(index, url).build()));
    }

    /** Frees what an index named: its subscription ended, or it names those no more. */
    void withdraw(FeedState index, List<String> urls) {
        urls.forEach(url -> events.link(named(index, url).withdrawn(true).build()));
    }

    private static Link.Builder named(FeedState index, String url) {
        return Link.builder()
                .url(url)
                .target(FetchTarget.FEED)
                .source(index.url)
                .priority(index.priority);
    }

    private void announce(FeedState feed, ReadItem item, boolean updated, String seen) {
        if (item.url() != null) {
            String published = item.published() == 0
                    ? null
                    : Instant.ofEpochMilli(item.published()).toString();
            events.link(Link.builder()
                    .url(item.url())
                    .target(FetchTarget.PAGE)
                    .source(feed.url)
                    .title(item.title())
                    .published(published)
                    .updated(updated)
                    .priority(feed.priority)
                    .announced(List.of(new Announcement(
                            feed.url, feed.title, feed.category, item.id(), item.title(), item.date(), seen)))
                    .build());
        }
    }

    private void succeeded(FeedState feed, FetchOutcome outcome, long now) {
        String location = outcome.permanentlyMoved() ? outcome.location() : null;
        if (feed.movedForGood(location, now) && feed.index == null) {
            events.subscribe(feed.at(Objects.requireNonNull(location), feed.url));
            events.unsubscribe(feed.url);
        }
        feed.succeeded();
        long asked = Math.max(feed.asked, Math.max(0, feed.freshUntil - now));
        long least = Math.max(asked, pushes.backup(feed, now));
        long due = now + feed.jittered(feed.bounded(plan.next(feed.rhythm, feed.window, least, now), asked));
        QuietTimes quiet = new QuietTimes(feed.quietHours, feed.quietDays);
        reschedule(
                feed,
                pushes.next(feed, quiet.after(due, now + settings.maxPoll().toMillis() - due), now));
    }

    private void failed(FeedState feed, String why, FetchOutcome outcome, long now) {
        if (outcome.status() == GONE) {
            feed.saidGone(now);
            reschedule(feed, feed.health == Health.RETIRED ? 0 : now + feed.jittered(DAY));
            return;
        }
        feed.failed(why, settings.deadAfter().toMillis(), now);
        long wait = feed.health == Health.DEAD
                ? settings.deadPoll().toMillis()
                : Backoff.ofFeed(feed.failures, settings.maxPoll().toMillis());
        long retryAfter = Math.min(outcome.retryAfter(), now + Backoff.LONGEST);
        reschedule(feed, Math.max(now + feed.jittered(wait), retryAfter));
    }

    /** Moves it in its host's queue; 0 takes it out. */
    private void reschedule(FeedState feed, long due) {
        requeue(feed, due, () -> {});
    }

    /** Takes it out of its host's queue, makes a change, and puts it where it belongs after that. */
    private void requeue(FeedState feed, long due, Runnable change) {
        String host = Urls.host(feed.url);
        stores.unqueue(host, feed.due, feed.target(), feed.priority);
        change.run();
        feed.due = due;
        if (due > 0) {
            stores.queue(host, due, feed.target(), feed.priority);
        }
    }

    void publish(FeedState feed) {
        stores.put(feed);
        events.status(feed.publicStatus());
    }
}
