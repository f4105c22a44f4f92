package io.copydesk.kit.config;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Environment variables with our prefix that are no key of the configuration. They are ignored, as others may have set them:
 * an orchestrator, or another tool in the same shell.
 */
final class OtherVariables {

    /** What Kubernetes sets for a service named {@code copydesk-…} (Kubernetes, "Service", environment variables). */
    private static final Pattern LINK_NAME =
            Pattern.compile(".*_(SERVICE_HOST|SERVICE_PORT(_.+)?|PORT_[0-9]+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)");

    /** The value of the one service link whose name may be a key of ours, such as {@code COPYDESK_HEALTH_PORT}. */
    private static final Pattern LINK_VALUE = Pattern.compile("(tcp|udp|sctp)://.*");

    private final SortedSet<String> ignored = new TreeSet<>();

    static boolean isServiceLink(String variable, String value) {
        return LINK_NAME.matcher(variable).matches()
                || LINK_VALUE.matcher(value).matches();
    }

    /** Adds a variable, and the valid one that it is probably a misspelling of. */
    void add(String variable, Optional<String> nearest) {
        ignored.add(variable
                + nearest.map(valid -> " (the nearest valid one is " + valid + ")")
                        .orElse(""));
    }

    /** One line that names all of them; none when there are none. */
    List<String> warnings() {
        return ignored.isEmpty()
                ? List.of()
                : List.of("environment variables that are no settings are ignored: " + String.join(", ", ignored));
    }
}
