package io.copydesk.ingest.discovery;

/**
 * What may be a feed.
 *
 * @param url absolute, in the spelling of {@link io.copydesk.ingest.link.UrlKey}
 * @param title what the page calls it; {@code null} when it has no name
 * @param source how it was found, the likeliest first
 * @param comments whether it looks like a feed of readers' comments
 */
public record FeedCandidate(String url, String title, Source source, boolean comments) {

    /** How a candidate was found, likeliest first. */
    public enum Source {
        /** A {@code <link rel="alternate">} with the type of a feed. */
        DECLARED,
        /** A link whose address or type is that of a feed. */
        LINKED,
        /** A link that speaks of feeds. */
        MENTIONED,
        /** Nothing but a place where feeds often are. */
        USUAL_PLACE
    }
}
