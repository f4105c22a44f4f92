package io.copydesk.ingest.link;

import io.copydesk.extraction.resource.ResourceLines;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Query parameters that say where a reader came from or which form of the page is shown, never which page: a data
 * file.
 */
final class TrackingParameters {

    private static final String FILE = "tracking-parameters.txt";
    private static final Set<String> NAMES;
    private static final List<String> PREFIXES;

    static {
        List<String> lines = ResourceLines.of(TrackingParameters.class, FILE);
        NAMES = lines.stream().filter(line -> !line.endsWith("*")).collect(Collectors.toUnmodifiableSet());
        PREFIXES = lines.stream()
                .filter(line -> line.endsWith("*"))
                .map(line -> line.substring(0, line.length() - 1))
                .toList();
    }

    private TrackingParameters() {}

    /**
     * True for {@code name}, {@code name=value} when the file has the name, the pair or a prefix of the name. Case is
     * ignored.
     */
    static boolean isOne(String parameter) {
        String pair = parameter.toLowerCase(Locale.ROOT);
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        return NAMES.contains(name) || NAMES.contains(pair) || PREFIXES.stream().anyMatch(name::startsWith);
    }
}
