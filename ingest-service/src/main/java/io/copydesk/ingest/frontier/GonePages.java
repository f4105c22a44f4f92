package io.copydesk.ingest.frontier;

import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchOutcome.Result;
import io.copydesk.schemas.PageVerdict;
import io.copydesk.schemas.Withdrawal.Evidence;
import io.copydesk.schemas.Withdrawal.Sign;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells pages that were withdrawn from those that only seem to be gone. A host that says so of many pages at once, or said so wrongly
 * before, is at fault itself. So it must say it of a page again and again, over a day, or an hour with the status 410, and know another
 * page in between. What the page itself says in place of its text counts as an answer: that it was withdrawn as the status 410, that it
 * is not there as the status 404.
 */
final class GonePages {

    /** No more visits. */
    static final long NEVER = 0;

    private static final long HOUR = Duration.ofHours(1).toMillis();

    /** How long a page must be gone unless the server says that it meant it (410); longer than what is repaired within a day. */
    private static final long UNEXPLAINED = 25 * HOUR;

    /** The same when many pages go at once. */
    private static final long MANY = 72 * HOUR;

    /** The same when the host has no other page to compare with. */
    private static final long ALONE = 72 * HOUR;

    /** Between two answers once an hour is over: this, then twice as long each time, up to the longest. */
    private static final long SHORTEST_WAIT = Duration.ofMinutes(5).toMillis();

    private static final long LONGEST_WAIT = 6 * HOUR;

    private static final int MOST_DOUBLINGS = 7;

    /** Between two answers while the time that is required is not over. */
    private static final long LONGEST_STEP = 12 * HOUR;

    /** A page that is back after less than this was not withdrawn. */
    private static final long BRIEF = 24 * HOUR;

    /** How long after its withdrawal a page is visited to learn whether it is back. */
    private static final long[] RETURNS = {6 * HOUR, 24 * HOUR, 72 * HOUR, 168 * HOUR, 336 * HOUR, 672 * HOUR};

    private final FrontierStores stores;
    private final FrontierEvents events;

    GonePages(FrontierStores stores, FrontierEvents events) {
        this.stores = stores;
        this.events = events;
    }

    /** What an answer about a page says of its being gone, {@code null} when nothing. */
    static @Nullable Sign sign(String url, FetchOutcome outcome) {
        String location = outcome.location();
        if (outcome.result() == Result.MOVED && location != null && FrontPages.isOf(location, url)) {
            return Sign.FRONT_PAGE;
        }
        if (outcome.result() != Result.DENIED) {
            return null;
        }
        return outcome.status() == 404 ? Sign.NOT_FOUND : outcome.status() == 410 ? Sign.GONE : null;
    }

    /** A page is there. */
    void isThere(CrawlTarget.Page target, PageState page, long now) {
        String host = Urls.host(page.url);
        SiteState site = stores.site(host);
        Gone gone = page.gone;
        if (gone != null && (gone.told == 0 || now - gone.told < BRIEF)) {
            site.answers.wasWrong(gone.looks, now);
        }
        page.gone = null;
        site.answers.there(target.key(), now);
        stores.put(host, site);
    }

    /** An answer says that a page is gone which was there; returns when it is visited next. */
    long learn(CrawlTarget.Page target, PageState page, FetchOutcome outcome, Sign sign, long now) {
        String location = sign == Sign.FRONT_PAGE ? outcome.location() : null;
        return learn(
                target,
                page,
                new Evidence(Instant.ofEpochMilli(now).toString(), sign, location, null),
                outcome.requestId(),
                now);
    }

    /** The page itself says so, in place of its text. */
    long learn(CrawlTarget.Page target, PageState page, PageVerdict verdict, String requestId, long now) {
        Evidence evidence = new Evidence(
                Instant.ofEpochMilli(now).toString(),
                PageVerdict.WITHDRAWN.equals(verdict.reason()) ? Sign.GONE : Sign.NOT_FOUND,
                null,
                verdict.notice());
        long due = learn(target, page, evidence, requestId, now);
        Objects.requireNonNull(page.gone).noticeIn = requestId;
        return due;
    }

    /** It was fetched as it was: with the notice that it showed. */
    long learnAgain(CrawlTarget.Page target, PageState page, Gone before, String requestId, long now) {
        Sign sign = before.evidence.stream()
                .filter(seen -> seen.notice() != null)
                .reduce((first, last) -> last)
                .map(Evidence::sign)
                .orElse(Sign.NOT_FOUND);
        Evidence evidence = new Evidence(Instant.ofEpochMilli(now).toString(), sign, null, before.notice);
        return learn(target, page, evidence, requestId, now);
    }

    private long learn(CrawlTarget.Page target, PageState page, Evidence evidence, String requestId, long now) {
        page.failures = 0;
        Gone gone = page.gone == null ? new Gone() : page.gone;
        page.gone = gone;
        gone.seen(evidence, now);
        if (evidence.notice() != null) {
            gone.notice = evidence.notice();
        }
        if (gone.told > 0) {
            return nextReturn(gone, now);
        }
        String host = Urls.host(page.url);
        SiteState site = stores.site(host);
        if (gone.looks == 1) {
            site.answers.gone(target.key(), now);
        }
        long due = judge(page, gone, site.answers, evidence, requestId, now);
        stores.put(host, site);
        return due;
    }

    private long judge(PageState page, Gone gone, HostAnswers answers, Evidence evidence, String requestId, long now) {
        long lasted = now - gone.since;
        if (lasted < HOUR) {
            return gone.since + HOUR;
        }
        long required = required(gone, answers);
        boolean enough = gone.looks >= answers.looksNeeded();
        boolean known = answers.knewOneSince(gone.before);
        if (enough && (known ? lasted >= required : lasted >= ALONE && answers.control() == null)) {
            gone.told = now;
            if (evidence.notice() == null) {
                page.forgetBody();
            }
            // The page that shows a notice is an input of its own.
            String inputId = evidence.notice() == null ? requestId : requestId + "/withdrawn";
            events.withdraw(inputId, page.url, now, gone.evidence);
            return nextReturn(gone, now);
        }
        askForAnother(answers, now);
        if (lasted < required) {
            return Math.min(now + LONGEST_STEP, gone.since + required);
        }
        return now + Math.min(SHORTEST_WAIT << Math.min(Math.max(0, gone.looks - 2), MOST_DOUBLINGS), LONGEST_WAIT);
    }

    private static long required(Gone gone, HostAnswers answers) {
        if (answers.losesMany()) {
            return MANY;
        }
        boolean meant = gone.evidence.stream().allMatch(seen -> seen.sign() == Sign.GONE);
        return meant && !answers.errs() ? HOUR : UNEXPLAINED;
    }

    /** Has a page visited that was there of late, if one is known. */
    private void askForAnother(HostAnswers answers, long now) {
        for (String key = answers.control(); key != null; key = answers.control()) {
            CrawlTarget.Page target = new CrawlTarget.Page(key);
            PageState other = stores.page(target);
            if (other != null && other.gone == null) {
                stores.unqueue(Urls.host(other.url), other.due, target, other.priority);
                other.done = false;
                other.due = now;
                stores.put(target, other);
                stores.queue(Urls.host(other.url), now, target, other.priority);
                return;
            }
            answers.forget(key);
        }
    }

    private static long nextReturn(Gone gone, long now) {
        for (long after : RETURNS) {
            if (gone.told + after > now) {
                return gone.told + after;
            }
        }
        return NEVER;
    }
}
