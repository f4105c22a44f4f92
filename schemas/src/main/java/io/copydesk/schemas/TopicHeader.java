package io.copydesk.schemas;

/**
 * A header of records of the catalogue's topics.
 *
 * @param name its key
 * @param description one sentence for consumers
 */
public record TopicHeader(String name, String description) {}
