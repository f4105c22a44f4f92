package io.copydesk.ingest.websub;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A feed's subscription at its hub: when it is asked for, how long it holds, and whether the hub delivers what the feed publishes. Its JSON is
 * persisted. Times are epoch milliseconds, 0 for never. Mutable, for one thread.
 *
 * <p>A hub is relied on when it delivered three items at least, and four for each that only a poll found. When a poll finds an item and nothing
 * was delivered since the poll before, it counts as silent, and begins anew.
 */
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE)
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public final class HubLease {

    private static final long SECOND = 1000;
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long WEEK = Duration.ofDays(7).toMillis();

    /** Bounds of what is believed of a hub's lease, and what is assumed when it names none. */
    static final long SHORTEST = HOUR;

    static final long LONGEST = Duration.ofDays(30).toMillis();
    private static final long UNSAID = Duration.ofDays(1).toMillis();

    /** How long a delivery may take before an item counts as missed. */
    static final long GRACE = Duration.ofMinutes(5).toMillis();

    /** Delivered items without which a hub is not relied on. */
    private static final int PROVEN = 3;

    /** Delivered items for each one that was missed: four in five. */
    private static final int SHARE = 4;

    /** Older items count half from this many on. */
    private static final int MEMORY = 40;

    /** Documents of a feed, and the least that one counts for, in items, that are taken from a hub between two polls. */
    private static final int DOCUMENTS = 3;

    private static final int MIN_WINDOW = 30;

    /** A feed's host is polled no sooner after a poll because a hub says so. */
    public static final long BETWEEN_POLLS = Duration.ofMinutes(1).toMillis();

    /** When a poll that a hub caused found nothing, an outdated copy may have answered: it is polled once more after this time. */
    private static final long AGAIN = Duration.ofMinutes(2).toMillis();

    private final String id;
    private final String secret;
    private final String hub;
    private final String topic;
    private final String callback;

    /** Requests to the hub since it last verified one, and when the next one may be made. */
    private int attempts;

    private long nextAttempt;

    /** When the hub verified the subscription first. */
    private long since;

    /** How long the lease is, in milliseconds, and when it ends. */
    private long lease;

    private long leaseEnds;

    private int delivered;
    private int missed;
    private long lastDelivery;

    /** Items that were delivered since the last poll, new and changed ones. */
    private int sincePoll;

    /** 1 when a poll follows since the hub said so, 2 when another one does. */
    private int pinged;

    private @Nullable String problem;

    /** Whether the feed names no hub any more, and what the document that named it calls its own address. */
    private boolean unnamed;

    private @Nullable String self;

    @JsonCreator
    private HubLease(
            @JsonProperty(value = "id", required = true) String id,
            @JsonProperty(value = "secret", required = true) String secret,
            @JsonProperty(value = "hub", required = true) String hub,
            @JsonProperty(value = "topic", required = true) String topic,
            @JsonProperty(value = "callback", required = true) String callback) {
        this.id = id;
        this.secret = secret;
        this.hub = hub;
        this.topic = topic;
        this.callback = callback;
    }

    /**
     * A subscription that is to be asked for.
     *
     * @param base what the URL of each callback begins with
     */
    public static HubLease of(String hub, String topic, String base, Tokens tokens) {
        String id = tokens.next();
        return new HubLease(id, tokens.next(), hub, topic, base + id);
    }

    public String id() {
        return id;
    }

    public String secret() {
        return secret;
    }

    public String hub() {
        return hub;
    }

    public String topic() {
        return topic;
    }

    /** When the lease ends, 0 when there is none. */
    public long leaseEnds() {
        return leaseEnds;
    }

    /** What the hub said or how a request to it failed, {@code null} when all is well. */
    public @Nullable String problem() {
        return problem;
    }

    /** Whether it is the subscription to this topic at this hub, with a callback that begins with {@code base}. */
    public boolean isFor(String otherHub, String otherTopic, String base) {
        return hub.equals(otherHub) && topic.equals(otherTopic) && callback.equals(base + id);
    }

    /** The feed names the hub, in a document that calls its own address {@code own}. */
    public void named(@Nullable String own) {
        unnamed = false;
        self = own;
    }

    /** The feed names no hub: the lease is left to end, since it may name it again. */
    public void unnamed() {
        unnamed = true;
    }

    /** What the feed's document calls its own address, {@code null} when it does not. */
    public @Nullable String self() {
        return self;
    }

    /** Whether another subscription may take its place: not often, as a feed may name two hubs in turns. */
    public boolean mayBeReplaced(long now) {
        return now >= nextAttempt;
    }

    /** Whether the hub is to be asked, for the first time or again, as half of the lease is over. */
    public boolean isToBeAsked(long now) {
        return !unnamed && now >= nextAttempt && leaseEnds - now <= lease / 2;
    }

    /** The body of the request that asks for it, which is made now: without an answer the next one follows after hours, then days. */
    public String ask(Duration wanted, long now) {
        nextAttempt = now + Math.min(WEEK, HOUR << Math.min(attempts, 10));
        attempts++;
        return HubRequest.form(callback, topic, secret, wanted.toSeconds());
    }

    /** The body of the request that ends it. */
    public String end() {
        return HubRequest.form(callback, topic, null, 0);
    }

    /** The hub verified that it is wanted, for {@code seconds}; {@code null} when it did not say for how long. */
    public void verified(@Nullable Long seconds, long now) {
        lease = seconds == null
                ? UNSAID
                : Math.max(SHORTEST, Math.min(LONGEST, Math.min(seconds, LONGEST / SECOND) * SECOND));
        leaseEnds = now + lease;
        since = since == 0 ? now : since;
        attempts = 0;
        nextAttempt = 0;
        problem = null;
    }

    /** When half of the lease is over. */
    public long renewal() {
        return leaseEnds - lease / 2;
    }

    /** The hub refused or ended it; it is asked again after a week. */
    public void denied(@Nullable String reason, long now) {
        lapse();
        nextAttempt = now + WEEK;
        problem = reason == null ? "denied" : "denied: " + reason;
    }

    /** A request to the hub came to nothing. */
    public void failed(String reason) {
        problem = reason;
    }

    private void lapse() {
        leaseEnds = 0;
        lease = 0;
        since = 0;
        delivered = 0;
        missed = 0;
    }

    public boolean isLive(long now) {
        return leaseEnds > now;
    }

    /** Whether polls are only there to find what the hub leaves out. */
    public boolean isReliedOn(long now) {
        return isLive(now) && delivered >= PROVEN && delivered >= SHARE * missed;
    }

    /** The hub delivered content with so many new and so many changed items. */
    public void delivered(int added, int changed, long now) {
        lastDelivery = now;
        sincePoll += added + changed;
        count(added, 0);
    }

    /**
     * Whether content of so many items may be processed before a feed of {@code window} items is polled again: three documents of it, so that a hub can
     * bring in no more than a feed could.
     */
    public boolean hasRoom(int items, int window) {
        return sincePoll + items <= DOCUMENTS * Math.max(MIN_WINDOW, window);
    }

    /**
     * Whether a feed of {@code window} items is to be polled now: the hub says that there is something new, but not what, or so much was delivered since
     * the last poll that what was left out might leave the feed.
     */
    public boolean wantsPoll(int window) {
        return pinged == 1 || window > 0 && sincePoll > 0 && sincePoll >= window * 0.3;
    }

    /** The hub says that there is something new, but not what. */
    public void pinged(long now) {
        lastDelivery = now;
        pinged = 1;
    }

    /** When an item would count as missed had it been published then: with the first subscription, and some minutes ago. */
    public boolean shouldHaveDelivered(long published, long lastPoll, long now) {
        return isLive(now) && (published == 0 ? lastPoll > since : published > since && published < now - GRACE);
    }

    /**
     * A poll found new items.
     *
     * @param late how many of them the hub should have delivered
     * @param lastPoll when the poll before was
     */
    public void found(int added, int late, long lastPoll) {
        if (pinged > 0) {
            pinged = added > 0 ? 0 : pinged;
            count(added, 0);
        } else if (late > 0 && lastDelivery < lastPoll) {
            delivered = 0;
            missed = 0;
        } else {
            count(0, late);
        }
    }

    private void count(int more, int less) {
        delivered += more;
        missed += less;
        while (delivered + missed >= MEMORY) {
            delivered /= 2;
            missed /= 2;
        }
    }

    /** A poll ended, well or not. */
    public void ended(long now) {
        sincePoll = 0;
        if (leaseEnds > 0 && !isLive(now)) {
            lapse();
        }
    }

    /** A poll ended well: the next one is planned for {@code due}; returns when it must be, as the lease is renewed with a poll. */
    public long polled(long due, long now) {
        ended(now);
        long next = isLive(now) ? Math.min(due, Math.max(renewal(), now + lease / 8)) : due;
        boolean again = pinged == 1;
        pinged = again ? 2 : 0;
        return again ? Math.min(next, now + AGAIN) : next;
    }
}
