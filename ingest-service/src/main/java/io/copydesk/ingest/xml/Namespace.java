package io.copydesk.ingest.xml;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A namespace under the short name that the code uses for it.
 *
 * @param name the short name, {@code dc}; empty for elements that are read as if they were in no namespace
 * @param prefixes the prefixes that are bound to it where a document declares none
 * @param addresses its URIs, in lower case, without scheme and without {@code /} or {@code #} at the end
 */
public record Namespace(String name, List<String> prefixes, List<String> addresses) {

    private static final Pattern BAR = Pattern.compile("\\s*\\|\\s*");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    public Namespace {
        prefixes = List.copyOf(prefixes);
        addresses = List.copyOf(addresses);
    }

    /** A namespace with its short name as the only usual prefix. */
    public static Namespace of(String name, String... addresses) {
        return new Namespace(name, List.of(name), List.of(addresses));
    }

    /**
     * The namespace in a line of {@code namespaces.txt}: prefixes, a bar, addresses. The first prefix is the short name.
     *
     * @throws IllegalArgumentException when the line has no bar
     */
    static Namespace parse(String line) {
        String[] parts = BAR.split(line.strip(), 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException("no bar in the namespace line: " + line);
        }
        List<String> prefixes = List.of(SPACES.split(parts[0]));
        return new Namespace(prefixes.get(0), prefixes, List.of(SPACES.split(parts[1])));
    }
}
