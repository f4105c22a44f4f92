package io.copydesk.ingest.frontier;

import io.copydesk.ingest.link.UrlKey;
import io.copydesk.ingest.websub.HubLease;
import io.copydesk.ingest.websub.HubRequest;
import io.copydesk.ingest.websub.Tokens;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchOutcome.Result;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Hop;
import io.copydesk.schemas.HubMessage;
import io.copydesk.schemas.HubMessage.Kind;
import io.copydesk.schemas.HubSubscription;
import io.copydesk.schemas.Link;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Subscribes feeds at their WebSub hubs, keeps the leases, and says how the polls of a feed change with what its hub delivers. Requests to a hub go to the
 * task of its site, like the hops of a redirect.
 *
 * @see HubLease
 */
final class PushOutcomes {

    private final FrontierSettings settings;
    private final FrontierEvents events;
    private final Tokens tokens;

    /** What the URL of each callback begins with; {@code null}: hubs are not asked for anything. */
    private final @Nullable String base;

    PushOutcomes(FrontierSettings settings, FrontierEvents events, Tokens tokens) {
        this.settings = settings;
        this.events = events;
        this.tokens = tokens;
        this.base = settings.callback().map(PushOutcomes::base).orElse(null);
    }

    private static String base(URI callback) {
        String text = callback.toString();
        return text.endsWith("/") ? text : text + "/";
    }

    /** A poll ended, well or not: subscribes at the hub that the answer names, or again before the lease ends. */
    void polled(FeedState feed, FetchOutcome outcome, Reading reading, long now) {
        if (base == null) {
            forget(feed);
            return;
        }
        Reading.Items document = reading instanceof Reading.Items items ? items : null;
        String hub = first(outcome.hubLink(), document == null ? null : document.hub());
        if (document != null && hub != null) {
            String self = first(outcome.selfLink(), document.self());
            discovered(feed, hub, self == null ? feed.url : self, base, now).named(document.self());
        } else if (document != null && feed.push != null) {
            feed.push.unnamed();
        }
        if (feed.push != null) {
            feed.push.ended(now);
        }
        if (feed.push != null && feed.push.isToBeAsked(now)) {
            ask(feed, feed.push, now);
        }
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one != null ? one : other;
    }

    private HubLease discovered(FeedState feed, String hub, String topic, String callbacks, long now) {
        HubLease known = feed.push;
        if (known != null && (known.isFor(hub, topic, callbacks) || !known.mayBeReplaced(now))) {
            return known;
        }
        end(feed);
        feed.push = HubLease.of(hub, topic, callbacks, tokens);
        return feed.push;
    }

    private void ask(FeedState feed, HubLease lease, long now) {
        publish(feed, lease, false);
        request(feed, lease, new HubRequest(lease.id(), false), lease.ask(settings.pushLease(), now));
    }

    private void publish(FeedState feed, HubLease lease, boolean ending) {
        events.hubSubscription(
                new HubSubscription(lease.id(), feed.url, lease.hub(), lease.topic(), lease.secret(), ending));
    }

    private void request(FeedState feed, HubLease lease, HubRequest request, String form) {
        events.link(Link.builder()
                .url(lease.hub())
                .target(FetchTarget.FEED)
                .hop(new Hop(feed.url, request.id(), FetchTarget.FEED, false, form))
                .build());
    }

    /** The feed is not watched any more, or has another hub: asks the hub to deliver no more. */
    void end(FeedState feed) {
        HubLease lease = feed.push;
        if (lease != null && base != null) {
            publish(feed, lease, true);
            request(feed, lease, new HubRequest(lease.id(), true), lease.end());
            feed.push = null;
        } else {
            forget(feed);
        }
    }

    /** Without a callback nothing can be confirmed: leases end by themselves. */
    private void forget(FeedState feed) {
        if (feed.push != null) {
            events.removeHubSubscription(feed.push.id());
            feed.push = null;
        }
    }

    /** A hub answered a request, or gave no answer; {@code feed} is {@code null} when it is not watched any more. Returns whether the feed has changed. */
    boolean answered(@Nullable FeedState feed, FetchOutcome outcome) {
        HubRequest request = HubRequest.parse(outcome.requestId()).orElse(null);
        if (request == null || outcome.result() == Result.FETCHED) {
            return false; // when it accepts, it is to verify
        }
        if (request.ends()) {
            events.removeHubSubscription(request.subscription());
        } else if (feed != null && isOf(feed, request.subscription())) {
            String reason = outcome.reason() == null
                    ? "HTTP " + outcome.status()
                    : outcome.reason().label();
            Objects.requireNonNull(feed.push).failed(reason);
            return true;
        }
        return false;
    }

    private static boolean isOf(FeedState feed, String subscription) {
        return feed.push != null && feed.push.id().equals(subscription);
    }

    /** A hub sent a message for a feed; returns whether it is content of the present subscription of that feed. */
    boolean received(@Nullable FeedState feed, HubMessage message, long now) {
        if (message.kind() == Kind.UNSUBSCRIBED) {
            if (feed == null || !isOf(feed, message.subscription())) {
                events.removeHubSubscription(message.subscription());
            }
            return false;
        }
        if (feed == null || feed.push == null || !isOf(feed, message.subscription())) {
            return false;
        }
        if (message.kind() == Kind.SUBSCRIBED) {
            feed.push.verified(message.leaseSeconds(), now);
        } else if (message.kind() == Kind.DENIED) {
            feed.push.denied(message.reason(), now);
        }
        return message.kind() == Kind.CONTENT;
    }

    /** The items that were delivered; empty when they are not certain to be the feed's own or are too many, so that it is to be polled. */
    Optional<Reading.Items> delivered(FeedState feed, Reading reading) {
        return reading instanceof Reading.Items items
                        && isOwn(feed, items)
                        && feed.push != null
                        && feed.push.hasRoom(items.items().size(), feed.window)
                ? Optional.of(items)
                : Optional.empty();
    }

    /** Whether a document does not name another feed as itself. */
    private static boolean isOwn(FeedState feed, Reading.Items document) {
        BiPredicate<@Nullable String, @Nullable String> same =
                (one, other) -> one != null && other != null && key(one).equals(key(other));
        return document.self() == null
                || same.test(document.self(), feed.url)
                || feed.push != null
                        && (same.test(document.self(), feed.push.topic())
                                || same.test(document.self(), feed.push.self()));
    }

    private static String key(String url) {
        return UrlKey.of(url).fold(UrlKey.Key::key, refused -> url);
    }

    /** A poll found items; to be called before the time of the last poll changes. */
    void found(FeedState feed, List<ReadItem> added, long now) {
        HubLease lease = feed.push;
        if (lease != null) {
            int late = (int) added.stream()
                    .filter(item -> lease.shouldHaveDelivered(item.published(), feed.lastPoll, now))
                    .count();
            lease.found(added.size(), late, feed.lastPoll);
        }
    }

    /** The shortest time between two polls, in milliseconds: that of a backup when the hub is relied on, else 0. */
    long backup(FeedState feed, long now) {
        return feed.push != null && feed.push.isReliedOn(now)
                ? settings.backupPoll().toMillis()
                : 0;
    }

    /** When a feed is to be polled whose poll ended well and whose next one is planned for {@code due}. */
    long next(FeedState feed, long due, long now) {
        if (feed.push == null) {
            return due;
        }
        feed.why += said(feed.push, now);
        return feed.push.polled(due, now);
    }

    private static String said(HubLease lease, long now) {
        String hub = Urls.host(lease.hub());
        if (lease.isReliedOn(now)) {
            return "; pushed by " + hub + " until " + Instant.ofEpochMilli(lease.leaseEnds()) + ", polls are a backup";
        }
        String state = lease.isLive(now) ? "has not delivered enough to be relied on" : "has not verified";
        return "; the hub " + hub + " " + state + (lease.problem() == null ? "" : " (" + lease.problem() + ")");
    }
}
