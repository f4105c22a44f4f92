package io.copydesk.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Outcome of one fetch request. Times are epoch milliseconds.
 *
 * @param requestId of the request
 * @param url that was requested
 * @param target the kind of document expected
 * @param result how it ended
 * @param status the HTTP status, 0 when there was no response
 * @param reason why there was none; {@code null} when there was one
 * @param location the target of a redirect, absolute and normalised; of a relayed outcome, the URL of the body
 * @param permanent of a relayed outcome: whether every redirect was a permanent one
 * @param etag the validator of the response
 * @param lastModified the validator of the response
 * @param contentType the media type of the response, with parameters
 * @param retryAfter the time before which the server wants no further request, 0 for none
 * @param freshUntil the time until which the response is fresh (RFC 9111), 0 when not stated
 * @param digest of the decoded body
 * @param body of feeds, sitemaps and robots.txt: the decoded body, compressed with gzip; of pages {@code null}, they go
 *     to the topic {@code pages}
 * @param at when the exchange ended
 * @param hubLink of a feed: the {@code Link} with relation {@code hub}, absolute; {@code null} without one
 * @param selfLink of a feed: the {@code Link} with relation {@code self}, absolute; {@code null} without one
 * @param push what a WebSub hub sent to the callback; {@code null} for the outcome of a request
 * @param cookies of a redirect: those that the chain of redirects has set so far, the earliest first; {@code null} for none
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
        long at,
        @Nullable String hubLink,
        @Nullable String selfLink,
        @Nullable HubMessage push,
        @Nullable List<SetCookie> cookies) {

    public FetchOutcome {
        cookies = cookies == null || cookies.isEmpty() ? null : List.copyOf(cookies);
    }

    /** How a request ended. */
    public enum Result {
        /** 2xx with a new body. */
        @JsonProperty("fetched")
        FETCHED,
        /** 2xx with the body of the digest in the request. */
        @JsonProperty("unchanged")
        UNCHANGED,
        /** 304: not modified since the validators in the request. */
        @JsonProperty("not-modified")
        NOT_MODIFIED,
        /** A redirect. */
        @JsonProperty("moved")
        MOVED,
        /** Any other status. */
        @JsonProperty("denied")
        DENIED,
        /** No usable response. */
        @JsonProperty("failed")
        FAILED
    }

    /** Whether the URL has moved permanently to {@link #location}. */
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
                .hubLink(hubLink)
                .selfLink(selfLink)
                .build();
    }

    /** An outcome without a response; the setters add what there is. */
    public static Builder builder(FetchRequest request, Result result, long at) {
        return new Builder(request.id(), request.url(), request.target(), result, at);
    }

    /** An outcome that answers no request: what a WebSub hub sent for the feed at {@code url}. */
    public static Builder builder(HubMessage push, String url, Result result, long at) {
        Builder builder = new Builder("push/" + push.subscription(), url, FetchTarget.FEED, result, at);
        builder.push = push;
        return builder;
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
        private @Nullable String hubLink;
        private @Nullable String selfLink;
        private @Nullable HubMessage push;
        private @Nullable List<SetCookie> cookies;

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

        public Builder hubLink(@Nullable String value) {
            hubLink = value;
            return this;
        }

        public Builder selfLink(@Nullable String value) {
            selfLink = value;
            return this;
        }

        public Builder cookies(@Nullable List<SetCookie> value) {
            cookies = value;
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
                    at,
                    hubLink,
                    selfLink,
                    push,
                    cookies);
        }
    }
}
