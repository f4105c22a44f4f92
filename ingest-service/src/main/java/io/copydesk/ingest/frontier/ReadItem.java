package io.copydesk.ingest.frontier;

import org.jspecify.annotations.Nullable;

/**
 * One item of a feed or sitemap.
 *
 * @param id unique within the document
 * @param url of its page, {@code null} without one
 * @param title {@code null} without one
 * @param published epoch milliseconds, 0 when the feed does not say
 * @param updated the date of its last change as the feed spells it, {@code null} without one
 * @param date of its publication, else in a feed of its last change, as ISO 8601; {@code null} when the document does not say
 */
record ReadItem(
        String id,
        @Nullable String url,
        @Nullable String title,
        long published,
        @Nullable String updated,
        @Nullable String date) {}
