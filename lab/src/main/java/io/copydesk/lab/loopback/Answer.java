package io.copydesk.lab.loopback;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The response of a site to one request.
 *
 * @param status of HTTP
 * @param contentType {@code null} without a body
 * @param body as sent
 * @param location of a redirect, else {@code null}
 * @param etag the validator, {@code null} without one
 * @param retryAfter value of {@code Retry-After}, zero without one
 */
record Answer(
        int status,
        @Nullable String contentType,
        byte[] body,
        @Nullable String location,
        @Nullable String etag,
        Duration retryAfter) {

    static Answer of(String contentType, String text) {
        return new Answer(200, contentType, text.getBytes(StandardCharsets.UTF_8), null, null, Duration.ZERO);
    }

    static Answer status(int status) {
        return new Answer(status, null, new byte[0], null, null, Duration.ZERO);
    }

    static Answer moved(int status, String location) {
        return new Answer(status, null, new byte[0], location, null, Duration.ZERO);
    }

    static Answer later(int status, Duration retryAfter) {
        return new Answer(status, null, new byte[0], null, null, retryAfter);
    }

    /** This response with a validator, or 304 when the client sent the same one. */
    Answer validated(String tag, @Nullable String known) {
        return tag.equals(known)
                ? new Answer(304, null, new byte[0], null, tag, Duration.ZERO)
                : new Answer(status, contentType, body, location, tag, retryAfter);
    }
}
