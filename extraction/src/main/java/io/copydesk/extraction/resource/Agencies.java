package io.copydesk.extraction.resource;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of news and picture agencies, each one lower-case word; the only list of them. Immutable. */
public final class Agencies {

    private static final List<String> LINES = ResourceLines.of(Agencies.class, "agencies.txt");
    private static final Set<String> WIRE = named("wire").collect(Collectors.toUnmodifiableSet());
    private static final Set<String> ALL =
            Stream.concat(named("wire"), named("other")).collect(Collectors.toUnmodifiableSet());

    private Agencies() {}

    /** Agencies that other publishers credit for whole texts, and whose names are no common words. */
    public static Set<String> wire() {
        return WIRE;
    }

    /** All agencies, those credited beside pictures included. */
    public static Set<String> all() {
        return ALL;
    }

    private static Stream<String> named(String kind) {
        return LINES.stream()
                .map(line -> line.split(" "))
                .filter(words -> words[0].equals(kind))
                .flatMap(words -> Arrays.stream(words).skip(1));
    }
}
