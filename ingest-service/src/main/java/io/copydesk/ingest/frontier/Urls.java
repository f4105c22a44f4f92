package io.copydesk.ingest.frontier;

/** Parts of normalised URLs. */
final class Urls {

    private Urls() {}

    /** Host and, unless it is the scheme's own, port: the unit of politeness. */
    static String host(String url) {
        int from = url.indexOf("://") + 3;
        int slash = url.indexOf('/', from);
        return slash < 0 ? url.substring(from) : url.substring(from, slash);
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
