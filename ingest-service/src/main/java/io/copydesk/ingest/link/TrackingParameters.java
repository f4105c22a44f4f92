package io.copydesk.ingest.link;

import io.copydesk.extraction.resource.ResourceLines;
import io.copydesk.schemas.LowerCase;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Query parameters that identify a campaign, a referrer or a presentation, never a page: {@code tracking-parameters.txt}. */
final class TrackingParameters {

    private static final List<String> LINES = ResourceLines.of(TrackingParameters.class, "tracking-parameters.txt");

    /** Names and {@code name=value} pairs. */
    private static final Set<String> NAMES =
            LINES.stream().filter(line -> !line.endsWith("*")).collect(Collectors.toUnmodifiableSet());

    private static final List<String> PREFIXES = LINES.stream()
            .filter(line -> line.endsWith("*"))
            .map(line -> line.substring(0, line.length() - 1))
            .toList();

    private TrackingParameters() {}

    /** Whether the file has the name of a parameter {@code name} or {@code name=value}, the pair, or a prefix of the name. Ignores case. */
    static boolean isOne(String parameter) {
        String pair = LowerCase.of(parameter);
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        return NAMES.contains(name) || NAMES.contains(pair) || PREFIXES.stream().anyMatch(name::startsWith);
    }
}
