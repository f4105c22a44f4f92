package io.copydesk.ingest.opml;

import io.copydesk.schemas.FeedPriority;
import org.jspecify.annotations.Nullable;

/**
 * One feed of a subscription list.
 *
 * @param url of the feed, as {@link io.copydesk.ingest.link.UrlKey} spells it
 * @param title {@code null} without one
 * @param category the names of its folders from the outermost in, joined by slashes; {@code null} without a folder
 * @param priority {@code null} when the list says none
 */
public record OpmlEntry(
        String url,
        @Nullable String title,
        @Nullable String category,
        @Nullable FeedPriority priority) {

    /** One without a priority. */
    public OpmlEntry(String url, @Nullable String title, @Nullable String category) {
        this(url, title, category, null);
    }
}
