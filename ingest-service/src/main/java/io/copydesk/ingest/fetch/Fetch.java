package io.copydesk.ingest.fetch;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request for one document.
 *
 * @param url absolute; any spelling is normalised before use
 * @param kind decides the size limit and the {@code Accept} field
 * @param etag sent as {@code If-None-Match}, {@code null} for an unconditional request
 * @param lastModified sent as {@code If-Modified-Since} exactly as the server sent it, {@code null} for none
 */
public record Fetch(
        String url,
        Kind kind,
        @Nullable String etag,
        @Nullable String lastModified) {

    /** What a document is expected to be. */
    public enum Kind {
        PAGE,
        FEED,
        SITEMAP,
        ROBOTS
    }

    public Fetch {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(kind, "kind");
    }

    /** An unconditional request. */
    public static Fetch of(String url, Kind kind) {
        return new Fetch(url, kind, null, null);
    }

    boolean conditional() {
        return etag != null || lastModified != null;
    }
}
