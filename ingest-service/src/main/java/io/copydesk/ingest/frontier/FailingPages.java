package io.copydesk.ingest.frontier;

import io.copydesk.schemas.Announcement;
import java.util.List;

/**
 * Tells of feeds that publish but of whose pages none can be fetched: a wall for robots, a dead host, links that lead nowhere. Known of the feeds that are in the
 * task of the page's site; those of another site (feed hosting services) are not judged. For one thread.
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

    /** A page was given up that was never fetched; {@code announced} names its feeds. */
    void gaveUp(List<Announcement> announced, long now) {
        for (Announcement each : announced) {
            FeedState feed = stores.feed(each.feed());
            if (feed == null) {
                continue;
            }
            feed.pagesGivenUp++;
            boolean told = feed.pagesFailingSince > 0;
            if (!told && feed.pagesGivenUp >= LEAST) {
                feed.pagesFailingSince = now;
            }
            put(feed, told != feed.pagesFailingSince > 0);
        }
    }

    /** A page was fetched for the first time. */
    void brought(List<Announcement> announced) {
        for (Announcement each : announced) {
            FeedState feed = stores.feed(each.feed());
            if (feed != null && feed.pagesGivenUp > 0) {
                boolean told = feed.pagesFailingSince > 0;
                feed.pagesGivenUp = 0;
                feed.pagesFailingSince = 0;
                put(feed, told);
            }
        }
    }

    private void put(FeedState feed, boolean publish) {
        stores.put(feed);
        if (publish) {
            events.status(feed.publicStatus());
        }
    }
}
