package io.copydesk.ingest.fetch;

import io.copydesk.ingest.page.Header;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request for one document.
 *
 * @param url absolute; any spelling is normalised before use
 * @param kind decides the size limit and the {@code Accept} field
 * @param etag sent as {@code If-None-Match}, {@code null} for an unconditional request
 * @param lastModified sent as {@code If-Modified-Since} exactly as the server sent it, {@code null} for none
 * @param form the body of a POST request, in ASCII; {@code null} for a GET request
 * @param fields header fields beside those of every request; without a {@code Content-Type} among them a form is {@code
 *     application/x-www-form-urlencoded}
 * @param mayBePrivate whether private addresses may be connected to as well
 */
public record Fetch(
        String url,
        Kind kind,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String form,
        List<Header> fields,
        boolean mayBePrivate) {

    /** What a document is expected to be. */
    public enum Kind {
        PAGE,
        FEED,
        SITEMAP,
        ROBOTS,
        /** The answer of a WebSub hub or of a webhook, of which only the status matters. */
        HUB
    }

    public Fetch {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(kind, "kind");
        fields = List.copyOf(fields);
    }

    /** A GET request. */
    public Fetch(String url, Kind kind, @Nullable String etag, @Nullable String lastModified) {
        this(url, kind, etag, lastModified, null, List.of(), false);
    }

    /** A form that is sent to a WebSub hub. */
    public static Fetch post(String hub, String form) {
        return new Fetch(hub, Kind.HUB, null, null, form, List.of(), false);
    }

    /**
     * A message to a receiver whose answer matters by its status only.
     *
     * @param body in ASCII
     * @param fields header fields, {@code Content-Type} among them
     * @param mayBePrivate whether the receiver may have a private address
     */
    public static Fetch message(String url, String body, List<Header> fields, boolean mayBePrivate) {
        return new Fetch(url, Kind.HUB, null, null, body, fields, mayBePrivate);
    }

    /** An unconditional request. */
    public static Fetch of(String url, Kind kind) {
        return new Fetch(url, kind, null, null);
    }

    /** Whether the start of the document is of use when it is longer than its limit. */
    boolean startSuffices() {
        return kind == Kind.ROBOTS || statusSuffices();
    }

    /** Whether only the status of the answer matters, not whether its body can be read. */
    boolean statusSuffices() {
        return kind == Kind.HUB;
    }

    boolean conditional() {
        return etag != null || lastModified != null;
    }
}
