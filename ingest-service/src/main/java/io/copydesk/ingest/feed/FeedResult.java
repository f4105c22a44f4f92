package io.copydesk.ingest.feed;

/** What became of a feed's bytes. */
public sealed interface FeedResult {

    /** It is a feed. */
    record Parsed(FeedDocument document) implements FeedResult {}

    /** It is none; {@code detail} says why in one sentence. */
    record NotAFeed(String detail) implements FeedResult {}
}
