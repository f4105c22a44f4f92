package io.copydesk.lab.loopback;

/** How the server of a site's feed behaves. */
public enum FeedBehaviour {
    /** Always 200. */
    WELL,
    /** The subscribed URL has moved permanently (301). */
    MOVED,
    /** The subscribed URL redirects temporarily (302). */
    ELSEWHERE,
    /** Gone permanently (410) after some responses. */
    GONE,
    /** From time to time 429 with {@code Retry-After}. */
    BUSY,
    /** From time to time 503 with {@code Retry-After}. */
    FAILING
}
