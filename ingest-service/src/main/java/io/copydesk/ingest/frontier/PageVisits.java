package io.copydesk.ingest.frontier;

import io.copydesk.schemas.FetchOutcome;

/** When a fresh page is visited again, learned for each site, and what visits teach about it. */
final class PageVisits {

    /** No more visits. */
    static final long NEVER = 0;

    private final FrontierStores stores;

    /** Visits for each page, beside the first and the last. */
    private final double each;

    PageVisits(FrontierSettings settings, FrontierStores stores) {
        this.stores = stores;
        this.each = settings.fetchesPerPage() - 2;
    }

    /** A visit brought or confirmed a page. To be called after the page took the outcome. */
    void learn(PageState page, FetchOutcome outcome, long now) {
        VisitBudget budget = stores.budget();
        if (page.visits == 1) {
            budget.page();
            stores.put(budget);
        } else if (now < page.origin() + EditHabits.WEEK) {
            budget.visit();
            stores.put(budget);
        }
        page.lookedBefore = page.looked;
        page.looked = now;
        page.lookedByHint = page.hinted;
        page.hinted = false;
        page.broughtIn = outcome.result() == FetchOutcome.Result.FETCHED ? outcome.requestId() : null;
        if (page.lookedBefore > 0) {
            long since = since(page);
            String host = Urls.host(page.url);
            SiteState site = stores.site(host);
            site.habits.watched(page.lively(), page.lookedBefore - since, now - since, now);
            if (page.edits > 0) {
                page.expected += (float) site.habits.expected(true, page.lookedBefore - since, now - since);
            }
            if (page.lookedByHint) {
                site.hints.visited(now);
            }
            stores.put(host, site);
        }
        if (page.editedIn != null) {
            edited(page, page.editedIn, now);
        }
    }

    /** A visit showed an edit; false when that is known, or the outcome of the visit is not. */
    boolean edited(PageState page, String requestId, long now) {
        if (!requestId.equals(page.broughtIn)) {
            page.editedIn = requestId;
            return false;
        }
        page.broughtIn = null;
        page.editedIn = null;
        if (page.lookedBefore == 0) {
            return false;
        }
        long since = since(page);
        String host = Urls.host(page.url);
        SiteState site = stores.site(host);
        site.habits.found(page.edits > 0, page.lookedBefore - since, page.looked - since, now);
        site.hints.found(page.lookedByHint, now);
        stores.put(host, site);
        page.edited = page.looked;
        page.edits++;
        return true;
    }

    /** When a page that was fetched is visited next. */
    long next(PageState page, long now) {
        long left = page.origin() + EditHabits.WEEK - now;
        if (left <= 0 || each < 0) {
            return NEVER;
        }
        SiteState site = stores.site(Urls.host(page.url));
        // Of edits that feeds announce none is missed without a visit by this plan.
        double price = stores.budget().price(each) / site.hints.unannounced();
        return now + VisitPlan.next(site.habits, page.lively(), page.shape(), now - since(page), left, price);
    }

    /** Whether a page is visited because a feed says that it changed. */
    boolean followsHint(PageState page) {
        String host = Urls.host(page.url);
        SiteState site = stores.site(host);
        boolean follows = site.hints.follows();
        stores.put(host, site);
        return follows;
    }

    private static long since(PageState page) {
        return page.edited > 0 ? page.edited : page.origin();
    }
}
