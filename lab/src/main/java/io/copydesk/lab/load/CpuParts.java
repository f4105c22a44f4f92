package io.copydesk.lab.load;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** CPU time by part of the pipeline: exact for threads that do one thing, shared out by samples for stream threads. */
final class CpuParts {

    /** In the order of reports. */
    static final List<String> ORDER = List.of(
            "feed",
            "clean",
            "version",
            "enrich",
            "decide",
            "assemble",
            "serialisation",
            "stores",
            "streams",
            "clients",
            "broker",
            "compilation",
            "collection",
            "other");

    private static final double NANOS_PER_MILLI = 1e6;

    private CpuParts() {}

    /** The sum of two measurements. */
    static Map<ThreadRole, Long> sum(Map<ThreadRole, Long> one, Map<ThreadRole, Long> other) {
        Map<ThreadRole, Long> sum = new EnumMap<>(ThreadRole.class);
        one.forEach((group, nanos) -> sum.merge(group, nanos, Long::sum));
        other.forEach((group, nanos) -> sum.merge(group, nanos, Long::sum));
        return sum;
    }

    /**
     * Milliseconds a page for each part, without the observer.
     *
     * @param nanos by group of threads
     * @param samples of the stream threads by part; none when the time was too short
     * @param pages at least 1
     */
    static Map<String, Double> millisAPage(Map<ThreadRole, Long> nanos, Map<String, Integer> samples, long pages) {
        Map<String, Double> parts = new LinkedHashMap<>();
        ORDER.forEach(part -> parts.put(part, 0.0));
        nanos.forEach((group, time) -> {
            double millis = time / NANOS_PER_MILLI / pages;
            if (group == ThreadRole.STREAMS) {
                int all = samples.values().stream().mapToInt(Integer::intValue).sum();
                samples.forEach((part, count) -> parts.merge(part, millis * count / all, Double::sum));
                if (all == 0) {
                    parts.merge(StackParts.STREAMS, millis, Double::sum);
                }
            } else if (group != ThreadRole.OBSERVER) {
                parts.merge(group.label(), millis, Double::sum);
            }
        });
        return parts;
    }
}
