package io.copydesk.ingest.frontier;

import io.copydesk.ingest.page.Site;
import io.copydesk.schemas.Announcement;
import io.copydesk.schemas.FetchTarget;
import io.copydesk.schemas.Link;
import io.copydesk.schemas.PageVerdict;
import java.util.List;

/**
 * Tells of feeds that publish but of whose pages none becomes an article: a wall for robots, a dead host, links that lead nowhere, pages that cleaning refuses.
 * A feed of another site than its page is in another task, which is told through {@code links}. For one thread.
 */
final class FailingPages {

    /** Pages in a row that are given up until their feed is told. */
    static final int LEAST = 5;

    private final FrontierStores stores;
    private final FrontierEvents events;

    FailingPages(FrontierStores stores, FrontierEvents events) {
        this.stores = stores;
        this.events = events;
    }

    /** A page that never was an article was given up; {@code announced} names its feeds. */
    void gaveUp(String url, List<Announcement> announced, String reason, long now) {
        tell(url, announced, PageVerdict.refused(reason), now);
    }

    /** A page gave an article for the first time. */
    void brought(String url, List<Announcement> announced, long now) {
        tell(url, announced, PageVerdict.ARTICLE, now);
    }

    private void tell(String url, List<Announcement> announced, PageVerdict verdict, long now) {
        String site = Site.of(url);
        for (Announcement each : announced) {
            if (Site.of(each.feed()).equals(site)) {
                judged(each.feed(), verdict, now);
            } else {
                events.link(Link.builder()
                        .url(each.feed())
                        .target(FetchTarget.FEED)
                        .withdrawn(true)
                        .verdict(verdict)
                        .build());
            }
        }
    }

    /** A page that a feed announced became an article, or did not. */
    void judged(String url, PageVerdict verdict, long now) {
        FeedState feed = stores.feed(url);
        if (feed == null || verdict.article() && feed.pagesGivenUp == 0) {
            return;
        }
        boolean told = feed.pagesFailingSince > 0;
        feed.pagesGivenUp = verdict.article() ? 0 : feed.pagesGivenUp + 1;
        feed.pagesWhy = verdict.reason();
        if (verdict.article()) {
            feed.pagesFailingSince = 0;
        } else if (!told && feed.pagesGivenUp >= LEAST) {
            feed.pagesFailingSince = now;
        }
        stores.put(feed);
        if (told != feed.pagesFailingSince > 0) {
            events.status(feed.publicStatus());
        }
    }
}
