package io.copydesk.ingest.opml;

/**
 * One feed of a list.
 *
 * @param url of the feed, normalised
 * @param title {@code null} without one
 * @param category the folders it is in, from the outside in, joined by slashes; {@code null} without one
 */
public record OpmlEntry(String url, String title, String category) {}
