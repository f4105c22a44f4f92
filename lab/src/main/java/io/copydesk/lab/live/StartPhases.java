package io.copydesk.lab.live;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parts of a service's start, from a log as {@link io.copydesk.lab.process.ProcessLog} has it:
 *
 * <ul>
 *   <li>{@code jvm}: until the Streams client is started, topics checked
 *   <li>{@code join}: until the group's coordinator has assigned the partitions
 *   <li>{@code restore}: until the service runs, without the next
 *   <li>{@code decider}: rebuilding the decider from the stored sketches
 *   <li>{@code output}: from then until the output that is waited for
 * </ul>
 */
final class StartPhases {

    /** In this order. */
    static final List<String> NAMES = List.of("jvm", "join", "restore", "decider", "output");

    private static final String STARTED = "State transition from CREATED to REBALANCING";
    private static final String ASSIGNED = "to PARTITIONS_ASSIGNED";
    private static final String RUNNING = "State transition from REBALANCING to RUNNING";
    private static final Pattern DECIDER = Pattern.compile(" in (\\d++) ms\\b");
    private static final String DECIDER_LOG = "RestoredDecider";

    private StartPhases() {}

    /**
     * The phases that the log tells.
     *
     * @param lines of the log since {@code begun}
     * @param begun when the process was started
     * @param output when what is waited for was there
     */
    static Map<String, Duration> of(List<String> lines, Instant begun, Instant output) {
        Optional<Instant> started = last(lines, STARTED);
        Optional<Instant> assigned = last(lines, ASSIGNED);
        Optional<Instant> running = last(lines, RUNNING);
        Map<String, Duration> phases = new LinkedHashMap<>();
        if (started.isPresent() && assigned.isPresent() && running.isPresent()) {
            Duration decider = lines.stream()
                    .filter(line -> line.contains(DECIDER_LOG))
                    .flatMap(line -> DECIDER.matcher(line).results())
                    .map(found -> Duration.ofMillis(Long.parseLong(found.group(1))))
                    .reduce(Duration.ZERO, Duration::plus);
            phases.put("jvm", Duration.between(begun, started.get()));
            phases.put("join", Duration.between(started.get(), assigned.get()));
            phases.put(
                    "restore", Duration.between(assigned.get(), running.get()).minus(decider));
            phases.put("decider", decider);
            phases.put("output", Duration.between(running.get(), output));
        }
        return phases;
    }

    private static Optional<Instant> last(List<String> lines, String part) {
        return lines.stream()
                .filter(line -> line.contains(part))
                .flatMap(line -> time(line).stream())
                .reduce((earlier, later) -> later);
    }

    private static Optional<Instant> time(String line) {
        try {
            return Optional.of(OffsetDateTime.parse(line.substring(0, Math.max(0, line.indexOf(' '))))
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
