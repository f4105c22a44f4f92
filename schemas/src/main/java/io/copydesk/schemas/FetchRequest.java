package io.copydesk.schemas;

import org.jspecify.annotations.Nullable;

/**
 * One HTTP exchange that the frontier asks for. It is made at most once: a request found after {@code startBefore} is
 * left alone, and the frontier asks anew when no outcome arrived within its lease.
 *
 * @param id unique, and the input id of the page that it brings
 * @param url what to fetch
 * @param target what is expected there
 * @param etag the {@code ETag} to ask with, {@code null} to ask without
 * @param lastModified the {@code Last-Modified} to ask with, {@code null} to ask without
 * @param digest of the body as it was known before, {@code null} when it was not
 * @param startBefore epoch milliseconds after which it must not be made
 */
public record FetchRequest(
        String id,
        String url,
        FetchTarget target,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String digest,
        long startBefore) {}
