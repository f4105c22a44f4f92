package io.copydesk.ingest.frontier;

import io.copydesk.ingest.link.Host;

/** Parts of normalised URLs. */
final class Urls {

    private Urls() {}

    /** Host, without the dot that may end it, and, unless it is the scheme's own, port: the unit of politeness. */
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

    /** Where an origin's robots.txt is. */
    static String robots(String url) {
        return origin(url) + "/robots.txt";
    }
}
