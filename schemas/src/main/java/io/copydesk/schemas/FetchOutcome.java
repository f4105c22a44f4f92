package io.copydesk.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Outcome of one fetch request. Times are epoch milliseconds.
 *
 * @param requestId the request
 * @param url what it asked for
 * @param target what was expected there
 * @param result how it ended
 * @param status the HTTP status, 0 when there was no response
 * @param reason why there was none; {@code null} when there was one
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
        @Nullable FailureReason reason,
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
        return new Builder(hop.requestId(), hop.url(), hop.target(), result, at)
                .status(status)
                .reason(reason)
                .location(url)
                .permanent(hop.permanent())
                .etag(etag)
                .lastModified(lastModified)
                .contentType(contentType)
                .retryAfter(retryAfter)
                .freshUntil(freshUntil)
                .digest(digest)
                .body(body)
                .build();
    }

    /** An outcome without a response; the setters add what there is. */
    public static Builder builder(FetchRequest request, Result result, long at) {
        return new Builder(request.id(), request.url(), request.target(), result, at);
    }

    /** Builds an outcome by name. Not set: status 0, {@code null}, {@code false}. For one thread. */
    public static final class Builder {
        private final String requestId;
        private final String url;
        private final FetchTarget target;
        private final Result result;
        private final long at;
        private int status;
        private @Nullable FailureReason reason;
        private @Nullable String location;
        private boolean permanent;
        private @Nullable String etag;
        private @Nullable String lastModified;
        private @Nullable String contentType;
        private long retryAfter;
        private long freshUntil;
        private @Nullable String digest;
        private byte @Nullable [] body;

        private Builder(String requestId, String url, FetchTarget target, Result result, long at) {
            this.requestId = requestId;
            this.url = url;
            this.target = target;
            this.result = result;
            this.at = at;
        }

        public Builder status(int value) {
            status = value;
            return this;
        }

        public Builder reason(@Nullable FailureReason value) {
            reason = value;
            return this;
        }

        public Builder location(@Nullable String value) {
            location = value;
            return this;
        }

        public Builder permanent(boolean value) {
            permanent = value;
            return this;
        }

        public Builder etag(@Nullable String value) {
            etag = value;
            return this;
        }

        public Builder lastModified(@Nullable String value) {
            lastModified = value;
            return this;
        }

        public Builder contentType(@Nullable String value) {
            contentType = value;
            return this;
        }

        public Builder retryAfter(long value) {
            retryAfter = value;
            return this;
        }

        public Builder freshUntil(long value) {
            freshUntil = value;
            return this;
        }

        public Builder digest(@Nullable String value) {
            digest = value;
            return this;
        }

        public Builder body(byte @Nullable [] value) {
            body = value;
            return this;
        }

        public FetchOutcome build() {
            return new FetchOutcome(
                    requestId,
                    url,
                    target,
                    result,
                    status,
                    reason,
                    location,
                    permanent,
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
}
