package io.copydesk.ingest.frontier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.copydesk.schemas.Announcement;
import io.copydesk.schemas.FeedPriority;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.Link;
import io.copydesk.schemas.PageVerdict;
import io.copydesk.schemas.SetCookie;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One page. Its JSON is persisted. Times are epoch milliseconds, 0 for never. Mutable, for one thread. */
@PersistedFields
final class PageState {

    /** A page that was published longer than this before its first fetch is not expected to change. */
    private static final long FRESH = Duration.ofDays(2).toMillis();

    /** Edits that the prior of a page's liveliness counts as; few, as pages differ much. */
    private static final double LIVELY_PRIOR = 0.3;

    /** Where it is fetched from; a redirect to another spelling of the same key changes it. */
    String url;

    /** The feed that named it first, or the page that redirects to it. */
    @Nullable
    String source;

    long due;

    /** The first fetch that brought a page. */
    long first;

    /** Fetches that brought a page or confirmed it. */
    int visits;

    /** Fetches in a row that brought none. */
    int failures;

    /** When a feed named it last. */
    long named;

    /** The highest of the feeds that named it; {@code null} for normal. */
    @Nullable
    FeedPriority priority;

    /** When it was published, as the feed says; 0 when it does not. */
    long published;

    /** Redirects in a row. */
    int hops;

    /** Those that these redirects have set; {@code null} for none. */
    @Nullable
    List<SetCookie> cookies;

    @Nullable
    String etag;

    @Nullable
    String lastModified;

    @Nullable
    String digest;

    /** The last visit that brought or confirmed it, and the one before. */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    long looked;

    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    long lookedBefore;

    /** The last visit, if it brought a page of which nobody has said yet that its text changed. */
    @Nullable
    String broughtIn;

    /** A visit that is said to have shown an edit before its outcome was known. */
    @Nullable
    String editedIn;

    /** The last visit that showed an edit, 0 before one. */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    long edited;

    /** Edits that visits showed. */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    int edits;

    /** Edits that were expected since the first one that a visit showed, were it as lively as most. */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    float expected;

    /** The last fetch that brought a body. */
    @Nullable
    String fetchedIn;

    /** What cleaning said of a fetch before its outcome was known, and of which one. */
    @Nullable
    PageVerdict early;

    @Nullable
    String earlyIn;

    /** Whether no visit has brought an article, as far as cleaning has told. */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    boolean noArticle;

    /** Whether its next visit, or its last one, is because a feed said that it changed. */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    boolean hinted;

    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    boolean lookedByHint;

    /** That it seems to be gone, {@code null} when the last visit found it. */
    @Nullable
    Gone gone;

    /** True when it will not be fetched again, unless a feed says that it changed. */
    boolean done;

    /** The feeds that named it, as hashes of their URLs, at most {@link Announcement#MAX}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<Integer> feeds = List.of();

    /** How they announced it, until it is known whether it gives an article: what it redirects to is announced by them, too. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    List<Announcement> announced = List.of();

    /** Where it led when it was fetched last, {@code null} when it was there. */
    @Nullable
    String movedTo;

    @JsonCreator
    PageState(@JsonProperty(value = "url", required = true) String url) {
        this.url = url;
    }

    /** A page that was discovered now and is to be fetched at once. */
    static PageState of(String url, Link link, long now) {
        PageState page = new PageState(url);
        page.source = link.source();
        page.named = now;
        page.hops = link.hops();
        page.cookies = link.cookies();
        page.published = millis(link.published());
        page.priority = Priorities.stored(link.priority());
        page.due = now;
        return page;
    }

    /** Takes over announcements, and returns those by feeds that had not named it. */
    List<Announcement> announcedBy(@Nullable List<Announcement> some) {
        List<Announcement> added = new ArrayList<>();
        List<Integer> known = new ArrayList<>(feeds);
        for (Announcement each : some == null ? List.<Announcement>of() : some) {
            int feed = each.feed().hashCode();
            if (known.size() < Announcement.MAX && !known.contains(feed)) {
                known.add(feed);
                added.add(each);
            }
        }
        feeds = known;
        if (visits == 0) {
            announced = Stream.concat(announced.stream(), added.stream()).toList();
        }
        return added;
    }

    /** It redirects to another page, which takes over its announcements; returns them. */
    List<Announcement> moved(String location) {
        List<Announcement> taken = announced;
        movedTo = location;
        announced = List.of();
        return taken;
    }

    private static long millis(@Nullable String instant) {
        try {
            return instant == null ? 0 : Instant.parse(instant).toEpochMilli();
        } catch (DateTimeParseException e) {
            return 0;
        }
    }

    /** A feed says that it changed: it is fetched at {@code at}, as if it had never failed. */
    void reopen(long now, long at) {
        failures = 0;
        hops = 0;
        cookies = null;
        named = now;
        done = false;
        due = at;
    }

    /** Redirects that it led to lead to it again. */
    void ledBackBy(Link link, long now) {
        reopen(now, now);
        hops = link.hops();
        cookies = link.cookies();
        announced = link.announced() == null ? List.of() : link.announced();
    }

    /** A fetch brought the page or confirmed it. */
    void fetched(FetchOutcome outcome, long now) {
        first = first == 0 ? now : first;
        visits++;
        failures = 0;
        hops = 0;
        cookies = null;
        movedTo = null;
        fetchedIn = outcome.result() == FetchOutcome.Result.FETCHED ? outcome.requestId() : fetchedIn;
        if (outcome.result() != FetchOutcome.Result.NOT_MODIFIED) {
            etag = outcome.etag();
            lastModified = outcome.lastModified();
            digest = outcome.digest();
        }
    }

    /**
     * How many times as often as other edited pages it is edited, 0 without an edit: some are edited once, some all day (gamma-Poisson,
     * posterior mean).
     */
    double lively() {
        return edits == 0 ? 0 : shape() / (LIVELY_PRIOR + expected);
    }

    /** The shape of what is known of that, a gamma distribution. */
    double shape() {
        return LIVELY_PRIOR + Math.max(0, edits - 1);
    }

    /** When its life began: its publication, or its first fetch when that is not known. */
    long origin() {
        return published > 0 && published <= first && !wasOldWhenFound() ? published : first;
    }

    /** The next fetch must bring the page, changed or not. */
    void forgetBody() {
        etag = null;
        lastModified = null;
        digest = null;
    }

    /** True when it was old already when it was found, so that no revision is expected. */
    boolean wasOldWhenFound() {
        return published > 0 && first - published > FRESH;
    }
}
