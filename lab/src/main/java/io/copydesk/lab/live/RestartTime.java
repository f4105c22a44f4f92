package io.copydesk.lab.live;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How long a killed enrich service took to go on.
 *
 * @param articles in its state
 * @param total from the start of the process until the first article that was sent after the kill was readable, enriched
 * @param phases parts of it, by the names of {@link #PHASES}; empty when the log does not tell them
 */
public record RestartTime(int articles, Duration total, Map<String, Duration> phases) {

    /** Names of the phases, in their order. */
    public static final List<String> PHASES = StartPhases.NAMES;
}
