package io.copydesk.ingest.feed;

import org.jspecify.annotations.Nullable;

/** A kind of document that feeds are written in. Implementations are pure and never throw. */
interface FeedFormat {

    /**
     * Reads a document.
     *
     * @param text the whole document
     * @param url where it was fetched from, {@code null} when unknown
     * @return {@code null} when the document is of another kind
     */
    @Nullable
    FeedResult read(String text, @Nullable String url);
}
