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
    /** When each feed said last that it is gone. */
    final Map<Integer, Long> saidGone = new HashMap<>();

    /** When each feed redirected permanently for the first time, and last. */
    final Map<Integer, Long> movedSince = new HashMap<>();

    final Map<Integer, Long> redirected = new HashMap<>();

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
