package io.copydesk.ingest.feed;

import java.util.function.Function;

/** The result of reading a document as a feed. */
public sealed interface FeedResult {

    /** One case for each kind of result: the feed, or the reason why the document is none. */
    <T> T fold(Function<FeedDocument, T> parsed, Function<String, T> notAFeed);

    /** A feed. */
    record Parsed(FeedDocument document) implements FeedResult {
        @Override
        public <T> T fold(Function<FeedDocument, T> parsed, Function<String, T> notAFeed) {
            return parsed.apply(document);
        }
    }

    /**
     * Another document.
     *
     * @param detail the reason as a sentence
     */
    record NotAFeed(String detail) implements FeedResult {
        @Override
        public <T> T fold(Function<FeedDocument, T> parsed, Function<String, T> notAFeed) {
            return notAFeed.apply(detail);
        }
    }
}
