package io.copydesk.lab.loopback;

/** How the server of a site's feed behaves. */
public enum FeedManner {
    /** It answers. */
    WELL,
    /** It has moved for good (301). */
    MOVED,
    /** It is elsewhere for now (302). */
    ELSEWHERE,
    /** It is gone for good (410) after some answers. */
    GONE,
    /** Now and then it has had too many requests (429), and says until when. */
    BUSY,
    /** Now and then it is down (503), and says until when. */
    FAILING
}
