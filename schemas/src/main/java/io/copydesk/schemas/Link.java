package io.copydesk.schemas;

import org.jspecify.annotations.Nullable;

/**
 * A URL that was discovered and is to be fetched.
 *
 * @param url absolute and normalised
 * @param target what is expected there
 * @param source the feed that named it, or the page that redirects to it; {@code null} when nobody did
 * @param title what the feed says of it
 * @param published when the feed says it was published, ISO 8601
 * @param updated true when the feed says that it changed since it was named first
 * @param hops redirects that were followed to get here
 * @param hop the request that waits for the answer, {@code null} when none does
 */
public record Link(
        String url,
        FetchTarget target,
        @Nullable String source,
        @Nullable String title,
        @Nullable String published,
        boolean updated,
        int hops,
        @Nullable Hop hop) {}
