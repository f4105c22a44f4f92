package io.copydesk.ingest.fetch;

import java.util.Locale;

/** Why an exchange gave no answer that can be used. */
public enum FailureReason {
    /** No http or https URL with a host, or a port that is not allowed. Nothing was connected to. */
    BAD_URL,
    /** All addresses of the host lie outside the public internet. Nothing was connected to. */
    FORBIDDEN_ADDRESS,
    /** The host name has no address, or none was found in time. */
    DNS,
    /** No address of the host took the connection. */
    CONNECT,
    /** No secure connection: handshake, certificate or protocol. */
    TLS,
    /** The total deadline passed. */
    DEADLINE,
    /** The server broke the connection off before the response had begun or in its middle. */
    RESET,
    /** The body ended before the length that was announced. */
    TRUNCATED,
    /** Head or body larger than the limit, before or after content decoding. */
    TOO_LARGE,
    /** What came is no HTTP response, or one that contradicts itself. */
    MALFORMED,
    /** The content coding is unknown or its data are damaged. */
    CONTENT_ENCODING,
    /** A redirect without a location, or to something that is no page on the web. */
    BAD_REDIRECT,
    /** The fetcher was closed. */
    CLOSED;

    /** As a metric's label: {@code forbidden-address}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
