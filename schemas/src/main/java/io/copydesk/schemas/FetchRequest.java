package io.copydesk.schemas;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request that the frontier wants to be made. It is made at most once: a request read after {@code startBefore} is
 * skipped, and the frontier makes a new one when no outcome arrives within its lease.
 *
 * @param id unique; also the input id of the page that is fetched
 * @param url what to fetch
 * @param target the kind of document expected
 * @param etag for {@code If-None-Match}, {@code null} for none
 * @param lastModified for {@code If-Modified-Since}, {@code null} for none
 * @param digest of the body fetched before, {@code null} without one
 * @param startBefore epoch milliseconds after which it must not be made
 * @param form the body of a POST request to a WebSub hub, {@code application/x-www-form-urlencoded}; {@code null} for a GET request
 * @param cookies that the redirects which led here have set, the earliest first; {@code null} for none
 */
public record FetchRequest(
        String id,
        String url,
        FetchTarget target,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String digest,
        long startBefore,
        @Nullable String form,
        @Nullable List<SetCookie> cookies) {

    public FetchRequest {
        cookies = cookies == null || cookies.isEmpty() ? null : List.copyOf(cookies);
    }

    /** A GET request without cookies. */
    public FetchRequest(
            String id,
            String url,
            FetchTarget target,
            @Nullable String etag,
            @Nullable String lastModified,
            @Nullable String digest,
            long startBefore) {
        this(id, url, target, etag, lastModified, digest, startBefore, null, null);
    }
}
