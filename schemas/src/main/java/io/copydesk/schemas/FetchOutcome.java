package io.copydesk.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What became of a fetch request. Times are epoch milliseconds.
 *
 * @param requestId the request
 * @param url what it asked for
 * @param target what was expected there
 * @param result how it ended
 * @param status the HTTP status, 0 when there was no response
 * @param reason why there was none, a kebab-case label; {@code null} when there was one
 * @param location where a redirect leads, absolute and normalised; of a relayed outcome, where the body came from
 * @param permanent of a relayed outcome: whether every redirect on the way was a permanent one
 * @param etag the response's validator
 * @param lastModified the response's validator
 * @param contentType the response's media type with parameters
 * @param retryAfter when the server wants to be asked again, 0 when it does not say
 * @param freshUntil until when the response may be held for fresh, 0 when it does not say
 * @param digest of the decoded body
 * @param body of feeds, sitemaps and robots.txt: the decoded body, compressed with gzip; of pages {@code null}, they go
 *     to the topic {@code pages}
 * @param at when the exchange ended
 */
public record FetchOutcome(
        String requestId,
        String url,
        FetchTarget target,
        Result result,
        int status,
        @Nullable String reason,
        @Nullable String location,
        boolean permanent,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String contentType,
        long retryAfter,
        long freshUntil,
        @Nullable String digest,
        byte @Nullable [] body,
        long at) {

    /** How a request ended. */
    public enum Result {
        /** With a body that was not known. */
        @JsonProperty("fetched")
        FETCHED,
        /** With the body that was known already. */
        @JsonProperty("unchanged")
        UNCHANGED,
        /** The server says that nothing changed (304). */
        @JsonProperty("not-modified")
        NOT_MODIFIED,
        /** With a redirect. */
        @JsonProperty("moved")
        MOVED,
        /** With another status than success. */
        @JsonProperty("denied")
        DENIED,
        /** Without a response that could be used. */
        @JsonProperty("failed")
        FAILED
    }

    /** True when the request was answered elsewhere, and will always be. */
    public boolean permanentlyMoved() {
        return permanent && location != null;
    }

    /** This outcome, as the answer to the request that was redirected here. */
    public FetchOutcome relayed(Hop hop) {
        return new FetchOutcome(
                hop.requestId(),
                hop.url(),
                hop.target(),
                result,
                status,
                reason,
                url,
                hop.permanent(),
                etag,
                lastModified,
                contentType,
                retryAfter,
                freshUntil,
                digest,
                body,
                at);
    }
}
