package io.copydesk.ingest.xml;

import io.copydesk.extraction.resource.ResourceLines;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The namespaces that mean something here: {@code namespaces.txt}. */
final class Namespaces {

    static final String UNKNOWN = "?";

    private static final Map<String, String> BY_ADDRESS = new HashMap<>();
    private static final Map<String, String> BY_PREFIX = new HashMap<>();

    static {
        for (String line : ResourceLines.of(Namespaces.class, "namespaces.txt")) {
            String[] parts = line.split("\\|");
            String[] prefixes = parts[0].strip().split(" +");
            String space = prefixes[0].equals("-") ? "" : prefixes[0];
            for (String prefix : prefixes) {
                BY_PREFIX.put(prefix, space);
            }
            for (String address : parts[1].strip().split(" +")) {
                BY_ADDRESS.put(address, space);
            }
        }
    }

    private Namespaces() {}

    /** The short name of the namespace with this address, {@code null} when it is not known. */
    static String ofAddress(String address) {
        return BY_ADDRESS.get(comparable(address));
    }

    /** The short name of the namespace that this prefix stands for when nobody says so, or {@link #UNKNOWN}. */
    static String ofPrefix(String prefix) {
        return BY_PREFIX.getOrDefault(prefix, UNKNOWN);
    }

    /** Without scheme and what is added or forgotten at the end. */
    private static String comparable(String address) {
        String text = address.strip().toLowerCase(Locale.ROOT);
        int scheme = text.indexOf("://");
        int from = scheme < 0 ? 0 : scheme + 3;
        int to = text.length();
        while (to > from && (text.charAt(to - 1) == '/' || text.charAt(to - 1) == '#')) {
            to--;
        }
        return text.substring(from, to);
    }
}
