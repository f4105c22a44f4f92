package io.copydesk.schemas;

/**
 * A redirected request: the outcome at the end of its redirects is relayed as its outcome.
 *
 * @param url the URL that was requested first
 * @param requestId the request that waits for the outcome
 * @param target the kind of document requested
 * @param permanent whether every redirect on the way was a permanent one
 */
public record Hop(String url, String requestId, FetchTarget target, boolean permanent) {}
