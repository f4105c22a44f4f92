package io.copydesk.enrich.snapshot;

/**
 * A record in a store's changelog that tells what was written to the store before it and what after it.
 *
 * @param offset the record's own offset or one before it
 * @param key of the record, which no other record has
 */
public record ChangelogMark(long offset, String key) {}
