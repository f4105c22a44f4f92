package io.copydesk.ingest.frontier;

import io.copydesk.ingest.link.Host;

/** Parts of normalised URLs. */
final class Urls {

    private Urls() {}

    /** Host without a last dot and, unless it is the scheme's default, port: the unit of politeness. */
    static String host(String url) {
        int from = url.indexOf("://") + 3;
        int slash = url.indexOf('/', from);
        String authority = slash < 0 ? url.substring(from) : url.substring(from, slash);
        int colon = authority.indexOf(':', Math.max(0, authority.indexOf(']')));
        return colon < 0
                ? Host.withoutLastDot(authority)
                : Host.withoutLastDot(authority.substring(0, colon)) + authority.substring(colon);
    }

    /** Scheme, host and port: the unit of robots.txt. */
    static String origin(String url) {
        int slash = url.indexOf('/', url.indexOf("://") + 3);
        return slash < 0 ? url : url.substring(0, slash);
    }

    /** The URL of the robots.txt of a URL's origin (RFC 9309 §2.3). */
    static String robots(String url) {
        return origin(url) + "/robots.txt";
    }
}
