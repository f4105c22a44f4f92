package io.copydesk.ingest.link;

/** The scheme {@code feed}, with which readers and sites spell addresses of feeds: {@code feed://…} and {@code feed:https://…}. Pure. */
public final class FeedScheme {

    private static final String FEED = "feed:";

    private FeedScheme() {}

    /** The address under http or https; any other as it is. */
    public static String toHttp(String address) {
        if (!address.regionMatches(true, 0, FEED, 0, FEED.length())) {
            return address;
        }
        String rest = address.substring(FEED.length());
        return rest.startsWith("//") ? "http:" + rest : rest;
    }
}
