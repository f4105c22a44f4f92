package io.copydesk.schemas;

/**
 * A request whose answer was a redirect: what is fetched at the redirect's target is its answer.
 *
 * @param url the URL that was asked for first
 * @param requestId the request that waits
 * @param target what was asked for
 * @param permanent whether every redirect on the way was a permanent one
 */
public record Hop(String url, String requestId, FetchTarget target, boolean permanent) {}
