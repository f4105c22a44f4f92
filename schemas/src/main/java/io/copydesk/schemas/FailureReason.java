package io.copydesk.schemas;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Why a request brought no usable response, or why a page is not fetched. In JSON a kebab-case label, which is also the
 * reason of the dead letter and the label of the metric. Later versions may add labels; they are read as {@link #OTHER}.
 */
public enum FailureReason {
    /** No http or https URL with a host, or a port that is not allowed. Nothing was connected to. */
    BAD_URL,
    /** All addresses of the host lie outside the public internet. Nothing was connected to. */
    FORBIDDEN_ADDRESS,
    /** The host name has no address, or none was found in time. */
    DNS,
    /** No address of the host accepted the connection. */
    CONNECT,
    /** No secure connection: handshake, certificate or protocol. */
    TLS,
    /** The total deadline passed. */
    DEADLINE,
    /** The server closed the connection before or during the response. */
    RESET,
    /** The body ended before the length that was announced. */
    TRUNCATED,
    /** Head or body larger than the limit, before or after content decoding. */
    TOO_LARGE,
    /** No HTTP response, or one that contradicts itself. */
    MALFORMED,
    /** The content coding is unknown or its data are damaged. */
    CONTENT_ENCODING,
    /** A redirect without a location, or to something that is no page on the web. */
    BAD_REDIRECT,
    /** The fetcher was closed. */
    CLOSED,
    /** The site's robots.txt disallows it; found by the frontier. */
    ROBOTS,
    /** More redirects in a row than are followed; found by the frontier. */
    TOO_MANY_REDIRECTS,
    /** The server refused with a status; only in dead letters, a {@link FetchOutcome} has the status itself. */
    HTTP_STATUS,
    /** A label that this version does not know. */
    OTHER;

    /** {@code forbidden-address}. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason with this label, {@link #OTHER} for an unknown one. */
    @JsonCreator
    public static FailureReason of(String label) {
        for (FailureReason reason : values()) {
            if (reason.label().equals(label)) {
                return reason;
            }
        }
        return OTHER;
    }
}
