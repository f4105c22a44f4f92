package io.copydesk.ingest.frontier;

import java.util.List;

/** What the body of a watched document says. */
sealed interface Reading {

    /**
     * Items: a feed, or a sitemap of pages.
     *
     * @param title {@code null} without one
     * @param asked for how long it asks to be left alone, in milliseconds, 0 when it does not
     * @param quiet when it says that nothing appears
     */
    record Items(String title, List<ReadItem> items, long asked, QuietTimes quiet) implements Reading {}

    /** Other documents to watch: a sitemap index. */
    record Sitemaps(List<String> urls) implements Reading {}

    /** Neither; {@code detail} says why in one sentence. */
    record Unreadable(String detail) implements Reading {}

    /** There is no body, or none that was read. */
    record Nothing() implements Reading {}
}
