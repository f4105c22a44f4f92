package io.copydesk.ingest.frontier;

import io.copydesk.schemas.FailureReason;
import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchOutcome.Result;
import io.copydesk.schemas.Link;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Set;

/** When a page is fetched, fetched again, given up and forgotten. */
final class PageOutcomes {

    /** Nothing is expected to change in what is older than this when it is found. */
    private static final long FRESH = Duration.ofDays(2).toMillis();

    /** A feed that says of a page every few minutes that it changed does not get it fetched every time. */
    private static final long SETTLED = Duration.ofMinutes(10).toMillis();

    private static final long DAY = Duration.ofDays(1).toMillis();

    /** Fetches that are tried before a page is given up. */
    private static final int MAX_FAILURES = 5;

    /** The server has answered, and a second time is enough to believe it. */
    private static final Set<Integer> FINAL_STATUS = Set.of(400, 401, 402, 403, 404, 405, 406, 410, 451);

    private static final Set<FailureReason> FINAL_REASON = EnumSet.of(
            FailureReason.FORBIDDEN_ADDRESS,
            FailureReason.BAD_URL,
            FailureReason.TOO_LARGE,
            FailureReason.CONTENT_ENCODING,
            FailureReason.BAD_REDIRECT);

    private final FrontierSettings settings;
    private final FrontierStores stores;
    private final FrontierEvents outbox;

    PageOutcomes(FrontierSettings settings, FrontierStores stores, FrontierEvents outbox) {
        this.settings = settings;
        this.stores = stores;
        this.outbox = outbox;
    }

    /**
     * A feed names a page, or somebody wants one that was given up to be tried again; returns it when it is to be fetched now, else
     * {@code null}.
     */
    PageState named(QueueEntry entry, String url, Link link, long now) {
        PageState page = stores.page(entry);
        if (page == null) {
            page = new PageState();
            page.url = url;
            page.source = link.source();
            page.named = now;
            page.hops = link.hops();
            page.published = millis(link.published());
            page.due = now;
            stores.put(entry, page);
            return page;
        }
        boolean changed = link.updated() && page.visits > 0 && now - page.named > SETTLED;
        boolean givenUp = link.updated() && page.visits == 0 && page.done;
        if (changed || givenUp) {
            stores.unqueue(Urls.host(page.url), page.due, entry);
            page.failures = 0;
            page.hops = 0;
            page.named = now;
            page.done = false;
            page.due = now;
            stores.put(entry, page);
            return page;
        }
        if (now - page.named > DAY) {
            page.named = now;
            stores.put(entry, page);
        }
        return null;
    }

    void learn(QueueEntry entry, PageState page, FetchOutcome outcome, long now) {
        boolean well = outcome.result() == Result.FETCHED
                || outcome.result() == Result.UNCHANGED
                || outcome.result() == Result.NOT_MODIFIED;
        if (well) {
            page.first = page.first == 0 ? now : page.first;
            page.visits++;
            page.failures = 0;
            page.hops = 0;
            if (outcome.result() != Result.NOT_MODIFIED) {
                page.etag = outcome.etag();
                page.lastModified = outcome.lastModified();
                page.digest = outcome.digest();
            }
            again(entry, page, now);
        } else {
            failed(entry, page, outcome, now);
        }
    }

    /** The next visit: at its time, or half a step after this one when that is over already; none is left out. */
    private void again(QueueEntry entry, PageState page, long now) {
        boolean old = page.published > 0 && page.first - page.published > FRESH;
        int next = page.visits - 1;
        if (old || next >= settings.revisits().size()) {
            finish(entry, page, now);
            return;
        }
        long after = settings.revisits().get(next).toMillis();
        long before = next == 0 ? 0 : settings.revisits().get(next - 1).toMillis();
        reschedule(entry, page, Math.max(page.first + after, now + Math.max(0, after - before) / 2));
    }

    private void failed(QueueEntry entry, PageState page, FetchOutcome outcome, long now) {
        page.failures++;
        boolean forGood = outcome.reason() != null && FINAL_REASON.contains(outcome.reason());
        boolean asSaid = FINAL_STATUS.contains(outcome.status()) && page.failures >= 2;
        if (page.visits > 0) {
            page.visits++; // it was had once; what comes next is the next visit
            again(entry, page, now);
        } else if (forGood || asSaid || page.failures >= MAX_FAILURES) {
            FailureReason reason = outcome.reason() == null ? FailureReason.HTTP_STATUS : outcome.reason();
            String detail = outcome.status() == 0 ? "no response: " + reason.label() : "HTTP " + outcome.status();
            outbox.refuse(outcome.requestId(), page.url, reason, detail);
            finish(entry, page, now);
        } else {
            reschedule(
                    entry,
                    page,
                    Math.max(now + Backoff.ofPage(page.failures), Math.min(outcome.retryAfter(), now + DAY)));
        }
    }

    /** No more fetches; it is remembered for as long as feeds may name it. */
    void finish(QueueEntry entry, PageState page, long now) {
        page.done = true;
        reschedule(
                entry, page, Math.max(now, page.named) + settings.forgetPages().toMillis());
    }

    /** Its time is over, unless a feed has named it lately. */
    void forget(QueueEntry entry, PageState page, long now) {
        long until = page.named + settings.forgetPages().toMillis();
        if (until > now) {
            reschedule(entry, page, until);
        } else {
            stores.unqueue(Urls.host(page.url), page.due, entry);
            stores.remove(entry);
        }
    }

    private void reschedule(QueueEntry entry, PageState page, long due) {
        String host = Urls.host(page.url);
        stores.unqueue(host, page.due, entry);
        page.due = due;
        stores.put(entry, page);
        stores.queue(host, due, entry);
    }

    private static long millis(String instant) {
        try {
            return instant == null ? 0 : Instant.parse(instant).toEpochMilli();
        } catch (DateTimeParseException noInstant) {
            return 0;
        }
    }
}
