package io.copydesk.ingest.discovery;

import org.jspecify.annotations.Nullable;

/**
 * A URL that may be a feed.
 *
 * @param url absolute, in the spelling of {@link io.copydesk.ingest.link.UrlKey}
 * @param title of the link; {@code null} without one
 * @param source how it was found
 * @param comments whether it looks like a feed of readers' comments
 */
public record FeedCandidate(String url, @Nullable String title, Source source, boolean comments) {

    /** How a candidate was found, likeliest first. */
    public enum Source {
        /** A {@code <link rel="alternate">} with the type of a feed. */
        DECLARED,
        /** A link whose address or type is that of a feed. */
        LINKED,
        /** A link whose text, title or class names feeds. */
        MENTIONED,
        /** A common path, without any link. */
        USUAL_PLACE
    }
}
