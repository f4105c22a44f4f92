package io.copydesk.lab.simulation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts violations of each rule of politeness. */
final class Violations {

    long inFlight;
    long delay;
    long retryAfter;
    long robots;
    long gone;
    long moved;
    final Map<Integer, Long> goneSince = new HashMap<>();
    final Map<Integer, Long> movedSince = new HashMap<>();

    Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("one-in-flight", inFlight);
        counts.put("delay", delay);
        counts.put("retry-after", retryAfter);
        counts.put("robots", robots);
        counts.put("410", gone);
        counts.put("301", moved);
        return counts;
    }
}
