package io.copydesk.standalone.subscriptions;

/**
 * A feed or sitemap that was found and read.
 *
 * @param title {@code null} without one
 * @param items how many it holds
 * @param found how: {@code link}, {@code path} or {@code robots}
 */
public record FoundFeed(String url, String title, int items, String found) {}
