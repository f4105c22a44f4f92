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
 * @param form the body of a POST request, {@code application/x-www-form-urlencoded}; {@code null} for a GET request
 */
public record Fetch(
        String url,
        Kind kind,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String form) {

    /** What a document is expected to be. */
    public enum Kind {
        PAGE,
        FEED,
        SITEMAP,
        ROBOTS,
        /** The answer of a WebSub hub, of which only the status matters. */
        HUB
    }

    public Fetch {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(kind, "kind");
    }

    /** A GET request. */
    public Fetch(String url, Kind kind, @Nullable String etag, @Nullable String lastModified) {
        this(url, kind, etag, lastModified, null);
    }

    /** A form that is sent to a WebSub hub. */
    public static Fetch post(String hub, String form) {
        return new Fetch(hub, Kind.HUB, null, null, form);
    }

    /** An unconditional request. */
    public static Fetch of(String url, Kind kind) {
        return new Fetch(url, kind, null, null);
    }

    /** Whether the start of the document is of use when it is longer than its limit. */
    boolean startSuffices() {
        return kind == Kind.ROBOTS || kind == Kind.HUB;
    }

    boolean conditional() {
        return etag != null || lastModified != null;
    }
}
