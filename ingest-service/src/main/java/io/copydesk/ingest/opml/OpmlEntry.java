package io.copydesk.ingest.opml;

import org.jspecify.annotations.Nullable;

/**
 * One feed of a subscription list.
 *
 * @param url of the feed, as {@link io.copydesk.ingest.link.UrlKey} spells it
 * @param title {@code null} without one
 * @param category the names of its folders from the outermost in, joined by slashes; {@code null} without a folder
 */
public record OpmlEntry(
        String url, @Nullable String title, @Nullable String category) {}
