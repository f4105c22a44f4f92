package io.copydesk.ingest.frontier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.copydesk.ingest.websub.HubLease;
import io.copydesk.schemas.FeedPriority;
import io.copydesk.schemas.FeedStatus;
import io.copydesk.schemas.FeedStatus.Health;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One subscription. Its JSON is persisted. Times are epoch milliseconds, 0 for never. Mutable, for one thread. */
@PersistedFields
final class FeedState {

    /** What is assumed of a first body without dates, which says nothing of the rhythm: three items in six hours. */
    private static final long UNDATED_SPAN = Duration.ofHours(6).toMillis();

    /** The length of a first body's history that is used: older items tell little of the present rhythm. */
    private static final long HISTORY = Duration.ofDays(30).toMillis();

    /** How long a feed must say that it is gone (410) or has moved (301, 308) before that is believed. */
    static final long PROBATION = Duration.ofDays(30).toMillis();

    /** The width of the jitter, as a share of the wait: ±5 %, small beside the error of any forecast of the next item. */
    private static final double JITTER = 0.1;

    /** 2³² over the golden ratio: multiplicative hashing (Knuth, The Art of Computer Programming 3, 6.4). */
    private static final int GOLDEN_RATIO = 0x9E3779B9;

    /** {@link #movedFrom} of a feed to which none has moved. */
    private static final String NOWHERE = "";

    final String url;

    @Nullable
    String title;

    @Nullable
    String category;

    Health health = Health.NEW;

    /** By which it is counted among the feeds of its task, {@code null} when it is not counted yet. Not persisted. */
    transient @Nullable Health counted;

    /** Whether it is counted among the silent ones. Not persisted. */
    transient boolean countedSilent;

    String why = "not polled yet";

    long due;
    long lastPoll;
    long lastNew;
    long items;
    long polls;

    @Nullable
    String etag;

    @Nullable
    String lastModified;

    @Nullable
    String digest;

    /** When a body was received last; the items of before are known. */
    long lastBody;

    /** Up to when the rhythm was observed. */
    long observed;

    /** Answers "not modified" (304) in a row. */
    int unverified;

    /** Probes that found the server's "not modified" to have been true. */
    int confirmed;

    /** True while it is polled without validators, to find out whether "not modified" was true. */
    boolean probing;

    /** Since when "not modified" is not believed, 0 while it is. */
    long distrustedSince;

    /** Bodies that made "not modified" look wrong, without proof. */
    int doubts;

    Rhythm rhythm = new Rhythm();

    /** Items that the last body held, 0 when unknown. */
    int window;

    /** How many of them have no link that leads to a page. */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    int withoutLink;

    /** {@link SeenItems} in its stored form. */
    byte @Nullable [] seen;

    /** The shortest time between two polls that the feed asks for (ttl, sy:updatePeriod), in milliseconds. */
    long asked;

    /** {@link QuietTimes#hours}. */
    int quietHours;

    /** {@link QuietTimes#days}. */
    int quietDays;

    /** Until when the last answer is fresh (RFC 9111). */
    long freshUntil;

    int status;
    int failures;
    long failingSince;

    /** The shortest and the longest time between two polls that the subscriber wants, in milliseconds, 0 for any. */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    long minPoll;

    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    long maxPoll;

    /** {@code null} for normal. */
    @Nullable
    FeedPriority priority;

    /** Since when every answer was that it is gone (410), 0 while it is not. */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    long goneSince;

    /** Where a permanent redirect leads, {@code null} without one. */
    @Nullable
    String movedTo;

    /** Since when every good answer came from there. */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    long movedSince;

    /** When a good answer came last. */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    long heard;

    /** Items per hour on average when an answer held a new item last. */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    float usualRate;

    /** Items that were expected since then, see {@link Silence}. */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    float quiet;

    /** The squares of what was expected in earlier pauses, in all, and the years of these pauses. */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    float pauseSquares;

    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    float pauseYears;

    /** How often it counted as silent and spoke again. */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    float endedAlarms;

    /** The most that was expected between two items, as an earlier version kept it; read once. */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    float longestQuiet;

    /** Since when it counts as silent, 0 while it does not. */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    long silentSince;

    /** Pages in a row that it announced and that gave no article. */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    int pagesGivenUp;

    /** Why the last of them did not, {@code null} without one. */
    @Nullable
    String pagesWhy;

    /** Since when all its pages count as failing, 0 while they do not. */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    long pagesFailingSince;

    /** Whether it is counted among those whose pages fail. Not persisted. */
    transient boolean countedPagesFailing;

    /** Its subscription at a WebSub hub, {@code null} without one. */
    @Nullable
    HubLease push;

    /** Whether it is counted among those with a lease. Not persisted. */
    transient boolean countedPushed;

    /** The sitemap index that names it, {@code null} for a subscription. */
    @Nullable
    String index;

    /** All sitemap indexes that name it, with their priorities; empty in the state of a release that kept {@link #index} alone. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Map<String, FeedPriority> indexes = new TreeMap<>();

    /** The sitemaps that it names, for an index. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<String> sitemaps = List.of();

    /**
     * The feed that has moved here for good, {@link #NOWHERE} when there is none, {@code null} in the state of a release that did not
     * keep it.
     */
    @Nullable
    String movedFrom;

    /** The request whose redirect is being followed, {@code null} when there is none. */
    @Nullable
    String following;

    @JsonCreator
    FeedState(@JsonProperty(value = "url", required = true) String url) {
        this.url = url;
    }

    /** Its place in the queue of its host. */
    CrawlTarget.Feed target() {
        return new CrawlTarget.Feed(url);
    }

    /** A poll was answered, whatever the answer is. */
    void answered(FetchOutcome outcome) {
        following = null;
        polls++;
        status = outcome.status();
    }

    /** The server's validators are now those of this response. */
    void received(FetchOutcome outcome, long now) {
        etag = outcome.etag();
        lastModified = outcome.lastModified();
        digest = outcome.digest();
        freshUntil = outcome.freshUntil();
        unverified = 0;
        lastBody = now;
    }

    /** Takes over what a body says of the feed and which items it holds. */
    void shows(Reading.Items document, SeenItems.News news, long now) {
        observed = now;
        seen = news.seen();
        window = document.items().size();
        withoutLink = document.withoutLink();
        items += news.added().size();
        lastNew = news.added().isEmpty() ? lastNew : now;
        title = document.title() == null ? title : document.title();
        asked = document.asked();
        quietHours = document.quiet().hours();
        quietDays = document.quiet().days();
    }

    /** Takes over items that a hub delivered, which may be a part of the document. */
    void delivered(SeenItems.News news, long now) {
        if (!news.added().isEmpty()) {
            observe(news.added(), now);
            lastNew = now;
        }
        seen = news.seen();
        items += news.added().size();
    }

    /** Learns the rhythm from the dates of the first body's items. */
    void observeFirst(List<ReadItem> all, long now) {
        List<Long> times = all.stream()
                .map(ReadItem::published)
                .filter(time -> time > 0 && time <= now)
                .sorted()
                .toList();
        if (times.size() >= 2) {
            long from = Math.max(times.get(0), now - HISTORY);
            rhythm.observe(from, now, times.stream().filter(time -> time > from).toList());
        } else if (!all.isEmpty()) {
            long from = now - UNDATED_SPAN;
            rhythm.observe(from, now, List.of(from + 1, (from + now) / 2, now));
        }
    }

    /** Learns the rhythm from the items that appeared since the last observation; undated ones are spread evenly. */
    void observe(List<ReadItem> added, long now) {
        long from = observed;
        long step = (now - from) / (added.size() + 1);
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < added.size(); i++) {
            long published = added.get(i).published();
            times.add(published > from && published <= now ? published : from + step * (i + 1));
        }
        rhythm.observe(from, now, times);
        observed = now;
    }

    /** The last poll was answered as a feed answers. */
    void succeeded() {
        failures = 0;
        failingSince = 0;
        goneSince = 0;
        health = distrustedSince > 0 ? Health.DISTRUSTED : Health.OK;
        why = String.format(Locale.ROOT, "%.1f items a day on average", rhythm.mean() * 24);
        if (silentSince > 0) {
            why += String.format(
                    Locale.ROOT, ", but none since %s, when %.0f were expected", day(lastNew), Math.floor(quiet));
        }
        if (withoutLink > 0) {
            why += "; " + withoutLink + " of " + window + " items have no link to a page";
        }
        if (movedTo != null) {
            why += "; redirects to " + movedTo + ", which takes its place if it still does on "
                    + day(movedSince + PROBATION);
        }
    }

    /**
     * A good answer came from {@code location}, to which permanent redirects led, or from the feed's own URL when it is null;
     * returns whether it has come from there for the whole probation.
     */
    boolean movedForGood(@Nullable String location, long now) {
        if (!Objects.equals(location, movedTo)) {
            movedTo = location;
            movedSince = now;
        }
        return movedTo != null && now - movedSince >= PROBATION;
    }

    /**
     * The last poll was not answered as a feed answers.
     *
     * @param deadAfter milliseconds without a break after which it counts as dead
     */
    void failed(String reason, long deadAfter, long now) {
        failing(now);
        health = now - failingSince > deadAfter ? Health.DEAD : Health.FAILING;
        why = reason;
    }

    /** It says that it is gone (410): it is retired when it has said nothing else for the whole probation. */
    void saidGone(long now) {
        failing(now);
        goneSince = goneSince == 0 ? now : goneSince;
        if (now - goneSince >= PROBATION) {
            health = Health.RETIRED;
            why = "gone (HTTP 410) since " + day(goneSince) + "; feeds refresh asks again";
        } else {
            health = Health.FAILING;
            why = "gone (HTTP 410); asked every day until " + day(goneSince + PROBATION);
        }
    }

    private void failing(long now) {
        failures++;
        failingSince = failingSince == 0 ? now : failingSince;
    }

    private static String day(long millis) {
        return Objects.requireNonNull(instant(millis)).substring(0, "2026-01-31".length());
    }

    /** Takes over what the subscriber says of it. */
    void subscribed(Subscription subscription) {
        category = subscription.category();
        priority = Priorities.stored(subscription.priority());
        minPoll = millis(subscription.minPollSeconds());
        maxPoll = millis(subscription.maxPollSeconds());
        movedFrom = Objects.requireNonNullElse(subscription.movedFrom(), NOWHERE);
    }

    /** Forgets what the subscriber said of it. */
    void unsubscribed() {
        subscribed(new Subscription(url, null, null, null));
    }

    /** Whether this record tells that another feed has moved here, where it is not known to have. Never so where the state does not say. */
    boolean isReachedBy(Subscription moved) {
        return index == null
                && movedFrom != null
                && moved.movedFrom() != null
                && !moved.movedFrom().equals(movedFrom);
    }

    private static long millis(@Nullable Long seconds) {
        return seconds == null ? 0 : Math.max(0, seconds) * 1000;
    }

    private static @Nullable Long seconds(long millis) {
        return millis == 0 ? null : millis / 1000;
    }

    /** The same subscription at {@code location}, to which the feed {@code from} has moved. */
    Subscription at(String location, String from) {
        return new Subscription(location, title, category, from, seconds(minPoll), seconds(maxPoll), priority);
    }

    /** {@code wait} within the subscriber's bounds; {@code asked}, of the server, is kept. */
    long bounded(long wait, long asked) {
        long most = maxPoll == 0 ? wait : Math.min(wait, Math.max(maxPoll, asked));
        return Math.max(most, minPoll);
    }

    /** {@code wait} with a deterministic jitter of ±5 %, against polls in step with those of other feeds. */
    long jittered(long wait) {
        int mixed = (url.hashCode() + (int) polls) * GOLDEN_RATIO;
        double share = (mixed >>> 8) / (double) (1 << 24);
        return (long) (wait * (1 + (share - 0.5) * JITTER));
    }

    /** Whether a hub has verified a subscription that has not ended. */
    boolean pushed() {
        return push != null && push.leaseEnds() > 0;
    }

    /** Whether it answers, but none of its pages does. */
    boolean pagesFailing() {
        return isSilent(health, pagesFailingSince);
    }

    /** Whether it answers, but is silent. */
    boolean silent() {
        return isSilent(health, silentSince);
    }

    /** Whether a feed of this health answers, and a time since when something is wrong with it is known. */
    static boolean isSilent(@Nullable Health health, long since) {
        return since > 0 && (health == Health.OK || health == Health.DISTRUSTED);
    }

    /** The published status. */
    FeedStatus publicStatus() {
        return FeedStatus.builder()
                .url(url)
                .title(title)
                .health(health)
                .lastPoll(instant(lastPoll))
                .lastNewItem(instant(lastNew))
                .nextPoll(instant(due))
                .why(pagesFailing() && pagesWhy != null ? why + "; of its pages the last: " + pagesWhy : why)
                .httpStatus(status)
                .items(items)
                .polls(polls)
                .failures(failures)
                .index(index)
                .silentSince(silent() ? instant(silentSince) : null)
                .pushedUntil(push == null ? null : instant(push.leaseEnds()))
                .pagesFailingSince(pagesFailing() ? instant(pagesFailingSince) : null)
                .priority(priority)
                .build();
    }

    private static @Nullable String instant(long millis) {
        return millis == 0 ? null : Instant.ofEpochMilli(millis).toString();
    }
}
