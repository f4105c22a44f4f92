package io.copydesk.ingest.frontier;

import io.copydesk.schemas.FeedStatus;
import io.copydesk.schemas.FeedStatus.Health;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchOutcome.Result;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Link;
import io.copydesk.schemas.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a poll's outcome teaches about a feed: its items, its rhythm, whether it can be trusted, and when to ask again. */
final class FeedOutcomes {

    private static final long DAY = Duration.ofDays(1).toMillis();

    private final FrontierSettings settings;
    private final FrontierStores stores;
    private final FrontierEvents outbox;
    private final PollPlan plan;

    FeedOutcomes(FrontierSettings settings, FrontierStores stores, FrontierEvents outbox) {
        this.settings = settings;
        this.stores = stores;
        this.outbox = outbox;
        this.plan = new PollPlan(settings);
    }

    /** The next poll: with validators while "not modified" is believed and was checked lately. */
    FetchRequest request(FeedState feed, String id, long startBefore, long now) {
        boolean conditional = Distrust.mayAskConditionally(feed, now);
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

    /** Its redirect is being followed; when nothing comes of that, it is asked again. */
    void follow(FeedState feed, String requestId, long now) {
        feed.following = requestId;
        reschedule(feed, now + 2 * settings.lease().toMillis());
        stores.put(feed);
    }

    void disallowed(FeedState feed, long now) {
        feed.health = Health.DISALLOWED;
        feed.why = "robots.txt does not allow it; looked at again every day";
        reschedule(feed, now + DAY);
        publish(feed);
    }

    void learn(FeedState feed, FetchOutcome outcome, Reading reading, long now) {
        feed.following = null;
        feed.polls++;
        feed.status = outcome.status();
        switch (outcome.result()) {
            case FETCHED -> read(feed, outcome, reading, now);
            case UNCHANGED -> unchanged(feed, outcome, now);
            case NOT_MODIFIED -> {
                feed.unverified++;
                if (feed.confirmed > 0) {
                    observe(feed, List.of(), now);
                }
                well(feed, now);
            }
            case MOVED -> failed(feed, "redirect to nowhere", outcome, now);
            case DENIED -> failed(feed, "HTTP " + outcome.status(), outcome, now);
            default ->
                failed(
                        feed,
                        outcome.reason() == null
                                ? "no answer"
                                : outcome.reason().label(),
                        outcome,
                        now);
        }
        feed.lastPoll = now;
        if (outcome.permanentlyMoved() && feed.failures == 0 && outcome.result() != Result.NOT_MODIFIED) {
            outbox.subscribe(new Subscription(outcome.location(), feed.title, feed.category, feed.url));
            outbox.unsubscribe(feed.url);
        }
        publish(feed);
    }

    private void unchanged(FeedState feed, FetchOutcome outcome, long now) {
        observe(feed, List.of(), now);
        Distrust.unchanged(feed);
        remember(feed, outcome);
        feed.lastBody = now;
        well(feed, now);
    }

    private void read(FeedState feed, FetchOutcome outcome, Reading reading, long now) {
        if (outcome.digest() != null && outcome.digest().equals(feed.digest)) {
            unchanged(feed, outcome, now); // had from elsewhere, where nobody knew the digest
            return;
        }
        if (reading instanceof Reading.Items items) {
            SeenItems.News news = SeenItems.compare(feed.seen, items.items());
            Distrust.body(feed, outcome, news.added());
            if (feed.lastBody == 0) {
                first(feed, items.items(), now);
            } else {
                observe(feed, news.added(), now);
            }
            feed.lastBody = now;
            feed.observed = now;
            feed.seen = news.seen();
            feed.window = items.items().size();
            feed.items += news.added().size();
            feed.lastNew = news.added().isEmpty() ? feed.lastNew : now;
            feed.title = items.title() == null ? feed.title : items.title();
            feed.asked = items.asked();
            feed.quietHours = items.quiet().hours();
            feed.quietDays = items.quiet().days();
            remember(feed, outcome);
            news.added().forEach(item -> announce(feed, item, false));
            news.changed().forEach(item -> announce(feed, item, true));
            well(feed, now);
        } else if (reading instanceof Reading.Sitemaps sitemaps) {
            sitemaps.urls()
                    .forEach(url -> outbox.link(Link.builder()
                            .url(url)
                            .target(FetchTarget.FEED)
                            .source(feed.url)
                            .build()));
            remember(feed, outcome);
            feed.lastBody = now;
            well(feed, now);
        } else {
            String why = reading instanceof Reading.Unreadable no ? no.detail() : "not a feed";
            failed(feed, why, outcome, now);
        }
    }

    private void announce(FeedState feed, ReadItem item, boolean updated) {
        if (item.url() != null) {
            String published = item.published() == 0
                    ? null
                    : Instant.ofEpochMilli(item.published()).toString();
            outbox.link(Link.builder()
                    .url(item.url())
                    .target(FetchTarget.PAGE)
                    .source(feed.url)
                    .title(item.title())
                    .published(published)
                    .updated(updated)
                    .build());
        }
    }

    /** The first body: its items' dates show the rhythm; without dates six hours with three items are assumed. */
    private static void first(FeedState feed, List<ReadItem> items, long now) {
        List<Long> times = items.stream()
                .map(ReadItem::published)
                .filter(time -> time > 0 && time <= now)
                .sorted()
                .toList();
        if (times.size() >= 2) {
            long oldest = times.get(0);
            long from = Math.max(oldest, now - Duration.ofDays(30).toMillis());
            feed.rhythm.observe(
                    from, now, times.stream().filter(time -> time > from).toList());
        } else if (!items.isEmpty()) {
            long from = now - Duration.ofHours(6).toMillis();
            feed.rhythm.observe(from, now, List.of(from + 1, (from + now) / 2, now));
        }
    }

    private static void observe(FeedState feed, List<ReadItem> added, long now) {
        long from = feed.observed;
        long step = (now - from) / (added.size() + 1);
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < added.size(); i++) {
            long published = added.get(i).published();
            times.add(published > from && published <= now ? published : from + step * (i + 1));
        }
        feed.rhythm.observe(from, now, times);
        feed.observed = now;
    }

    private static void remember(FeedState feed, FetchOutcome outcome) {
        feed.etag = outcome.etag();
        feed.lastModified = outcome.lastModified();
        feed.digest = outcome.digest();
        feed.freshUntil = outcome.freshUntil();
        feed.unverified = 0;
    }

    private void well(FeedState feed, long now) {
        feed.failures = 0;
        feed.failingSince = 0;
        feed.health = feed.distrustedSince > 0 ? Health.DISTRUSTED : Health.OK;
        long asked = Math.max(feed.asked, Math.max(0, feed.freshUntil - now));
        long wait = plan.next(feed.rhythm, feed.window, asked, now);
        feed.why = String.format(Locale.ROOT, "%.1f items a day on average", feed.rhythm.mean() * 24);
        long due = now + jittered(wait, feed);
        QuietTimes quiet = new QuietTimes(feed.quietHours, feed.quietDays);
        reschedule(feed, quiet.after(due, now + settings.maxPoll().toMillis() - due));
    }

    private void failed(FeedState feed, String why, FetchOutcome outcome, long now) {
        feed.failures++;
        feed.failingSince = feed.failingSince == 0 ? now : feed.failingSince;
        if (outcome.status() == 410) {
            feed.health = Health.RETIRED;
            feed.why = "gone for good (HTTP 410)";
            reschedule(feed, 0);
            return;
        }
        boolean dead = now - feed.failingSince > settings.deadAfter().toMillis();
        feed.health = dead ? Health.DEAD : Health.FAILING;
        feed.why = why;
        long wait = dead
                ? settings.deadPoll().toMillis()
                : Backoff.ofFeed(feed.failures, settings.maxPoll().toMillis());
        long asked = Math.min(outcome.retryAfter(), now + Backoff.LONGEST);
        reschedule(feed, Math.max(now + jittered(wait, feed), asked));
    }

    /** A twentieth more or less, so that feeds that once met do not meet for ever. */
    private static long jittered(long wait, FeedState feed) {
        int mixed = (feed.url.hashCode() + (int) feed.polls) * 0x9E3779B9;
        return (long) (wait * (1 + ((mixed >>> 8) / (double) (1 << 24) - 0.5) / 10));
    }

    private void reschedule(FeedState feed, long due) {
        String host = Urls.host(feed.url);
        QueueEntry entry = QueueEntry.feed(feed.url);
        stores.unqueue(host, feed.due, entry);
        feed.due = due;
        if (due > 0) {
            stores.queue(host, due, entry);
        }
    }

    private void publish(FeedState feed) {
        stores.put(feed);
        outbox.status(status(feed));
    }

    static FeedStatus status(FeedState feed) {
        return FeedStatus.builder()
                .url(feed.url)
                .title(feed.title)
                .health(feed.health)
                .lastPoll(instant(feed.lastPoll))
                .lastNewItem(instant(feed.lastNew))
                .nextPoll(instant(feed.due))
                .why(feed.why)
                .httpStatus(feed.status)
                .items(feed.items)
                .polls(feed.polls)
                .failures(feed.failures)
                .build();
    }

    private static String instant(long millis) {
        return millis == 0 ? null : Instant.ofEpochMilli(millis).toString();
    }
}
