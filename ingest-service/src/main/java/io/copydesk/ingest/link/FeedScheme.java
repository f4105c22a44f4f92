package io.copydesk.ingest.link;

import java.util.List;

/** Schemes of programs that read feeds, with which sites spell addresses of feeds: {@code feed://…}, {@code feed:https://…}, {@code podcast://…}. Pure. */
public final class FeedScheme {

    private static final List<String> SCHEMES = List.of("feed:", "podcast:", "pcast:", "itpc:");

    private FeedScheme() {}

    /** Whether an address has one of these schemes. */
    public static boolean isOf(String address) {
        return SCHEMES.stream().anyMatch(scheme -> startsWith(address, scheme));
    }

    /** The address under http or https; any other as it is. */
    public static String toHttp(String address) {
        if (!isOf(address)) {
            return address;
        }
        String rest = address.substring(address.indexOf(':') + 1);
        return rest.startsWith("//") ? "http:" + rest : rest;
    }

    private static boolean startsWith(String address, String scheme) {
        return address.regionMatches(true, 0, scheme, 0, scheme.length());
    }
}
