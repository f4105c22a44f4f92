package io.copydesk.ingest.frontier;

/**
 * One item of a feed or sitemap that was read.
 *
 * @param id what tells it from the others
 * @param url where its page is, {@code null} without one
 * @param title {@code null} without one
 * @param published epoch milliseconds, 0 when the feed does not say
 * @param updated what the feed says of its last change, as it says it; {@code null} when it does not
 */
record ReadItem(String id, String url, String title, long published, String updated) {}
