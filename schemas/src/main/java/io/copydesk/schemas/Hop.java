package io.copydesk.schemas;

import org.jspecify.annotations.Nullable;

/**
 * A request that another site's task makes: a redirected one, or one to a WebSub hub. The outcome at the end of its redirects is relayed as its outcome.
 *
 * @param url the URL that was requested first
 * @param requestId the request that waits for the outcome
 * @param target the kind of document requested
 * @param permanent whether every redirect on the way was a permanent one
 * @param form the body of a POST request to a WebSub hub, {@code null} for a GET request
 */
public record Hop(
        String url,
        String requestId,
        FetchTarget target,
        boolean permanent,
        @Nullable String form) {

    /** A GET request. */
    public Hop(String url, String requestId, FetchTarget target, boolean permanent) {
        this(url, requestId, target, permanent, null);
    }
}
