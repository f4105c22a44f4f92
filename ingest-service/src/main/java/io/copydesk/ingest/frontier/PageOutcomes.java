package io.copydesk.ingest.frontier;

import io.copydesk.ingest.link.UrlKey;
import io.copydesk.schemas.Announcement;
import io.copydesk.schemas.FailureReason;
import io.copydesk.schemas.FeedPriority;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchRequest;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Link;
import io.copydesk.schemas.PageVerdict;
import io.copydesk.schemas.Withdrawal.Sign;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Updates a page by the outcome of a fetch: when it is fetched again, given up and forgotten. */
final class PageOutcomes {

    /** The shortest time between two fetches of a page because a feed says that it changed. */
    private static final long SETTLED = Duration.ofMinutes(10).toMillis();

    /** How long it is waited at most for what cleaning tells of a page that showed a notice. */
    private static final long WORD = Duration.ofHours(1).toMillis();

    private static final long DAY = Duration.ofDays(1).toMillis();

    /** Failures in a row after which a page is given up: with {@link Backoff#ofPage} after a little more than five hours. */
    private static final int MAX_FAILURES = 5;

    /** The same for the last visit of a page that was there: after a little more than four days, as no version is to be missed. */
    private static final int LAST_FAILURES = 9;

    /** Statuses by which the server refuses this page: given up at the second one in a row. */
    private static final Set<Integer> FINAL_STATUS = Set.of(400, 401, 402, 403, 404, 405, 406, 410, 451);

    /** Reasons that another try would meet again: given up at once. */
    private static final Set<FailureReason> FINAL_REASON = EnumSet.of(
            FailureReason.FORBIDDEN_ADDRESS,
            FailureReason.BAD_URL,
            FailureReason.TOO_LARGE,
            FailureReason.CONTENT_ENCODING,
            FailureReason.BAD_REDIRECT);

    private final FrontierSettings settings;
    private final FrontierStores stores;
    private final FrontierEvents events;
    private final PageVisits visits;
    private final GonePages gone;
    private final FailingPages failing;

    PageOutcomes(FrontierSettings settings, FrontierStores stores, FrontierEvents events) {
        this.settings = settings;
        this.stores = stores;
        this.events = events;
        this.visits = new PageVisits(settings, stores);
        this.gone = new GonePages(stores, events);
        this.failing = new FailingPages(stores, events);
    }

    /**
     * A feed names a page, or a dead letter of one is retried.
     *
     * @return the page when it is to be fetched now
     */
    Optional<PageState> named(CrawlTarget.Page target, String url, Link link, long now) {
        PageState page = stores.page(target);
        if (page == null) {
            PageState added = PageState.of(url, link, now);
            announce(added, link);
            stores.put(target, added);
            return Optional.of(added);
        }
        if (leadsBack(page, link)) {
            stores.unqueue(Urls.host(page.url), page.due, target, page.priority);
            page.ledBackBy(link, now);
            stores.put(target, page);
            return Optional.of(page);
        }
        if (announce(page, link)) {
            stores.put(target, page);
        }
        raise(target, page, link.priority());
        boolean givenUp = link.updated() && page.visits == 0 && page.done;
        boolean changed = link.updated() && page.visits > 0 && visits.followsHint(page);
        if (changed || givenUp) {
            long due = givenUp ? now : Math.max(now, page.named + SETTLED);
            page.hinted = changed;
            if (page.done || due < page.due) {
                stores.unqueue(Urls.host(page.url), page.due, target, page.priority);
                page.reopen(now, due);
                stores.put(target, page);
                return Optional.of(page);
            }
            stores.put(target, page);
            return Optional.empty();
        }
        if (now - page.named > DAY) {
            page.named = now;
            stores.put(target, page);
        }
        return Optional.empty();
    }

    /** Whether redirects that a page leads to lead to it again: it may answer now that it gets their cookies, else its hops come to an end. */
    private static boolean leadsBack(PageState page, Link link) {
        return link.hops() > 0
                && page.visits == 0
                && page.movedTo != null
                && (link.cookies() != null || page.movedTo.equals(link.source()));
    }

    /** A feed of higher priority names it, too. */
    private void raise(CrawlTarget.Page target, PageState page, @Nullable FeedPriority priority) {
        FeedPriority higher = Priorities.higher(page.priority, priority);
        if (higher != page.priority) {
            String host = Urls.host(page.url);
            stores.unqueue(host, page.due, target, page.priority);
            page.priority = higher;
            stores.put(target, page);
            stores.queue(host, page.due, target, higher);
        }
    }

    /** Publishes which feeds named a page first, and tells it to where the page leads; returns whether there are any. */
    private boolean announce(PageState page, Link link) {
        List<Announcement> added = page.announcedBy(link.announced());
        added.forEach(each -> events.announced(page.url, each));
        if (!added.isEmpty() && page.movedTo != null) {
            events.link(Link.builder()
                    .url(page.movedTo)
                    .target(FetchTarget.PAGE)
                    .source(page.url)
                    .announced(added)
                    .priority(page.priority)
                    .build());
        }
        return !added.isEmpty();
    }

    /** The page whose turn it is, empty when the queue's entry is out of date or the page is forgotten. */
    Optional<Candidate> candidate(CrawlTarget.Page target, long due, long now) {
        PageState page = stores.page(target);
        if (page == null || page.due != due) {
            return Optional.empty();
        }
        if (page.done) {
            forget(target, page, now);
            return Optional.empty();
        }
        return Optional.of(new Visit(target, page));
    }

    private final class Visit implements Candidate {
        private final CrawlTarget.Page target;
        private final PageState page;

        Visit(CrawlTarget.Page target, PageState page) {
            this.target = target;
            this.page = page;
        }

        @Override
        public String url() {
            return page.url;
        }

        @Override
        public FetchRequest request(String id, long startBefore, long now) {
            return new FetchRequest(
                    id,
                    page.url,
                    FetchTarget.PAGE,
                    page.etag,
                    page.lastModified,
                    page.digest,
                    startBefore,
                    null,
                    page.cookies);
        }

        @Override
        public void disallowed(long now) {
            events.refuse(page.url, page.url, FailureReason.ROBOTS, "robots.txt does not allow it");
            failing.gaveUp(page.url, page.announced, FailureReason.ROBOTS.label(), now);
            finish(target, page, now);
        }

        @Override
        public void unreachable(String robots, long until, long now) {
            reschedule(target, page, until);
        }
    }

    /** Learns from the outcome of a fetch; returns the page when it is to be fetched from another URL now. */
    Optional<PageState> learn(CrawlTarget.Page target, FetchOutcome outcome, long now) {
        PageState page = stores.page(target);
        if (page == null) {
            return Optional.empty();
        }
        Sign sign = page.visits > 0 ? GonePages.sign(page.url, outcome) : null;
        if (sign != null) {
            goes(target, page, gone.learn(target, page, outcome, sign, now), now);
            return Optional.empty();
        }
        return switch (outcome.result()) {
            case FETCHED, UNCHANGED, NOT_MODIFIED -> fetched(target, page, outcome, now);
            case MOVED ->
                outcome.location() == null || LoginPages.isOf(outcome.location(), page.url)
                        ? failed(target, page, outcome, now)
                        : moved(target, page, outcome, outcome.location(), now);
            case DENIED, FAILED -> failed(target, page, outcome, now);
        };
    }

    private Optional<PageState> fetched(CrawlTarget.Page target, PageState page, FetchOutcome outcome, long now) {
        if (page.gone != null && page.gone.noticeIn != null && page.gone.noticeIn.equals(page.fetchedIn)) {
            return noticed(target, page, page.gone, outcome, now);
        }
        gone.isThere(target, page, now);
        page.fetched(outcome, now);
        if (page.visits > 1 && !page.announced.isEmpty()) { // cleaning had nothing to say against it
            failing.brought(page.url, page.announced, now);
            page.announced = List.of();
        }
        if (settings.revisits().isEmpty() && !page.wasOldWhenFound()) {
            visits.learn(page, outcome, now);
        }
        revisit(target, page, now);
        return early(target, page, outcome, now);
    }

    /** A page that showed a notice was fetched: with the same notice, or with what cleaning will tell. */
    private Optional<PageState> noticed(
            CrawlTarget.Page target, PageState page, Gone notice, FetchOutcome outcome, long now) {
        page.fetched(outcome, now);
        if (outcome.result() == FetchOutcome.Result.FETCHED) {
            reschedule(target, page, now + WORD);
            return early(target, page, outcome, now);
        }
        goes(target, page, gone.learnAgain(target, page, notice, outcome.requestId(), now), now);
        return Optional.empty();
    }

    /** Cleaning told of a fetch before its outcome was known. */
    private Optional<PageState> early(CrawlTarget.Page target, PageState page, FetchOutcome outcome, long now) {
        PageVerdict verdict = page.early;
        if (verdict == null || !outcome.requestId().equals(page.earlyIn)) {
            return Optional.empty();
        }
        return cleaned(target, outcome.requestId(), verdict, now);
    }

    /**
     * A page that was fetched was cleaned: it gave an article, its text is another one than before, or it gave none.
     *
     * @param requestId the fetch that showed it
     * @param verdict {@code null} when only the text is known to be another one
     * @return the page when it is to be fetched at another time now
     */
    Optional<PageState> cleaned(CrawlTarget.Page target, String requestId, @Nullable PageVerdict verdict, long now) {
        PageState page = stores.page(target);
        if (page == null) {
            return Optional.empty();
        }
        boolean early = !requestId.equals(page.fetchedIn);
        page.early = early ? verdict : null;
        page.earlyIn = early ? requestId : null;
        stores.put(target, page);
        if (verdict == null || early && verdict.article()) {
            return edited(target, page, requestId, now);
        }
        return early ? Optional.empty() : judged(target, page, requestId, verdict, now);
    }

    private Optional<PageState> judged(
            CrawlTarget.Page target, PageState page, String requestId, PageVerdict verdict, long now) {
        if (verdict.article()) {
            failing.brought(page.url, page.announced, now);
        } else {
            failing.gaveUp(page.url, page.announced, String.valueOf(verdict.reason()), now);
        }
        page.announced = List.of();
        page.noArticle = !verdict.article() && (page.visits <= 1 || page.noArticle);
        stores.put(target, page);
        if (verdict.article()) {
            return page.gone == null || page.gone.notice == null
                    ? edited(target, page, requestId, now)
                    : returned(target, page, now);
        }
        if (verdict.notice() == null || page.noArticle) {
            return Optional.empty();
        }
        page.done = false;
        long due = gone.learn(target, page, verdict, requestId, now);
        goes(target, page, due, now);
        return page.done ? Optional.empty() : Optional.of(page);
    }

    /** The text is there again. */
    private Optional<PageState> returned(CrawlTarget.Page target, PageState page, long now) {
        gone.isThere(target, page, now);
        revisit(target, page, now);
        return page.done ? Optional.empty() : Optional.of(page);
    }

    private void goes(CrawlTarget.Page target, PageState page, long due, long now) {
        if (due == GonePages.NEVER) {
            finish(target, page, now);
        } else {
            reschedule(target, page, due);
        }
    }

    /** What became of a page that a feed of this task announced. */
    void judged(String feed, PageVerdict verdict, long now) {
        failing.judged(feed, verdict, now);
    }

    private Optional<PageState> edited(CrawlTarget.Page target, PageState page, String requestId, long now) {
        if (!settings.revisits().isEmpty() || page.visits == 0) {
            return Optional.empty();
        }
        boolean known = visits.edited(page, requestId, now);
        stores.put(target, page);
        if (!known || page.done || page.gone != null) {
            return Optional.empty();
        }
        revisit(target, page, now);
        return page.done ? Optional.empty() : Optional.of(page);
    }

    private Optional<PageState> moved(
            CrawlTarget.Page target, PageState page, FetchOutcome outcome, String location, long now) {
        if (page.hops >= HopOutcomes.MAX_HOPS) {
            events.refuse(
                    outcome.requestId(),
                    page.url,
                    FailureReason.TOO_MANY_REDIRECTS,
                    HopOutcomes.MAX_HOPS + " redirects in a row");
            failing.gaveUp(page.url, page.announced, FailureReason.TOO_MANY_REDIRECTS.label(), now);
            finish(target, page, now);
            return Optional.empty();
        }
        boolean same =
                UrlKey.of(location) instanceof UrlKey.Key key && key.key().equals(target.key());
        if (same) {
            stores.unqueue(Urls.host(page.url), page.due, target, page.priority);
            page.url = location;
            page.hops++;
            page.cookies = outcome.cookies();
            page.due = now;
            stores.put(target, page);
            return Optional.of(page);
        }
        events.link(Link.builder()
                .url(location)
                .target(FetchTarget.PAGE)
                .source(page.url)
                .hops(page.hops + 1)
                .announced(page.moved(location))
                .priority(page.priority)
                .cookies(outcome.cookies())
                .build());
        finish(target, page, now);
        return Optional.empty();
    }

    /** Schedules the next visit: as learned; or at its set time, or half an interval after this one when that time is over; none is left out. */
    private void revisit(CrawlTarget.Page target, PageState page, long now) {
        if (settings.revisits().isEmpty()) {
            long due = page.wasOldWhenFound() ? PageVisits.NEVER : visits.next(page, now);
            if (due == PageVisits.NEVER) {
                finish(target, page, now);
            } else {
                reschedule(target, page, due);
            }
            return;
        }
        int next = page.visits - 1;
        if (page.wasOldWhenFound() || next >= settings.revisits().size()) {
            finish(target, page, now);
            return;
        }
        long after = settings.revisits().get(next).toMillis();
        long before = next == 0 ? 0 : settings.revisits().get(next - 1).toMillis();
        reschedule(target, page, Math.max(page.first + after, now + Math.max(0, after - before) / 2));
    }

    private Optional<PageState> failed(CrawlTarget.Page target, PageState page, FetchOutcome outcome, long now) {
        page.failures++;
        page.cookies = null;
        boolean atOnce = outcome.reason() != null && FINAL_REASON.contains(outcome.reason());
        boolean login = outcome.result() == FetchOutcome.Result.MOVED && outcome.location() != null;
        boolean confirmed = (login || FINAL_STATUS.contains(outcome.status())) && page.failures >= 2;
        if (page.visits > 0 && settings.revisits().isEmpty()) {
            again(target, page, outcome, now);
        } else if (page.visits > 0) {
            page.visits++; // the page was fetched before: this counts as a visit without a change
            revisit(target, page, now);
        } else if (atOnce || confirmed || page.failures >= MAX_FAILURES) {
            FailureReason reason = outcome.reason() == null ? FailureReason.HTTP_STATUS : outcome.reason();
            String detail = outcome.status() == 0 ? "no response: " + reason.label() : "HTTP " + outcome.status();
            String where = login ? ", which leads to a login: " + outcome.location() : "";
            events.refuse(outcome.requestId(), page.url, reason, detail + where);
            failing.gaveUp(page.url, page.announced, reason.label(), now);
            finish(target, page, now);
        } else {
            reschedule(target, page, retry(page, outcome, now));
        }
        return Optional.empty();
    }

    private static long retry(PageState page, FetchOutcome outcome, long now) {
        return Math.max(now + Backoff.ofPage(page.failures), Math.min(outcome.retryAfter(), now + DAY));
    }

    /** A page that was there gave no answer that says anything of it: it is asked again, after a week for some days. */
    private void again(CrawlTarget.Page target, PageState page, FetchOutcome outcome, long now) {
        boolean over = page.wasOldWhenFound() || now >= page.origin() + EditHabits.WEEK;
        if (over && page.failures >= LAST_FAILURES || settings.fetchesPerPage() == 1) {
            finish(target, page, now);
        } else {
            reschedule(target, page, retry(page, outcome, now));
        }
    }

    /** No more fetches; the page is remembered for as long as feeds may name it. */
    private void finish(CrawlTarget.Page target, PageState page, long now) {
        page.done = true;
        reschedule(
                target, page, Math.max(now, page.named) + settings.forgetPages().toMillis());
    }

    /** Removes a page whose time is over, unless a feed has named it lately. */
    private void forget(CrawlTarget.Page target, PageState page, long now) {
        long until = page.named + settings.forgetPages().toMillis();
        if (until > now) {
            reschedule(target, page, until);
        } else {
            stores.remove(target);
        }
    }

    private void reschedule(CrawlTarget.Page target, PageState page, long due) {
        String host = Urls.host(page.url);
        stores.unqueue(host, page.due, target, page.priority);
        page.due = due;
        stores.put(target, page);
        stores.queue(host, due, target, page.priority);
    }
}
