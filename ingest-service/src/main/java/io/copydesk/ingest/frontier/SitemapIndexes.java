package io.copydesk.ingest.frontier;

import io.copydesk.schemas.FeedPriority;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * The sitemap indexes that name a sitemap. It is watched while one of them does or it is subscribed itself, and has the highest of their
 * priorities when it is not subscribed. Pure but for the state that is given.
 */
final class SitemapIndexes {

    private SitemapIndexes() {}

    /** An index names it. */
    static void add(FeedState sitemap, String index, @Nullable FeedPriority priority) {
        complete(sitemap);
        sitemap.indexes.put(index, Priorities.of(priority));
    }

    /** An index names it no more. */
    static void remove(FeedState sitemap, String index) {
        complete(sitemap);
        sitemap.indexes.remove(index);
    }

    /** The index that it belongs to: that of before if it still names it, else the first one; there must be one. */
    static String owner(FeedState sitemap) {
        return sitemap.index != null && sitemap.indexes.containsKey(sitemap.index)
                ? sitemap.index
                : sitemap.indexes.keySet().iterator().next();
    }

    /** The highest priority of the indexes that name it, in its stored form; there must be one. */
    static @Nullable FeedPriority priority(FeedState sitemap) {
        return Priorities.stored(Collections.max(sitemap.indexes.values()));
    }

    /** Adds the index that the state of an earlier release kept alone; to be called before that is given up. */
    static void complete(FeedState sitemap) {
        if (sitemap.index != null && sitemap.indexes.isEmpty()) {
            sitemap.indexes.put(sitemap.index, Priorities.of(sitemap.priority));
        }
    }
}
