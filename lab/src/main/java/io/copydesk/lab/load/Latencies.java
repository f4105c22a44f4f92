package io.copydesk.lab.load;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Times from planned arrivals to their first results. An arrival is named by the millisecond that it was planned for, which Kafka's
 * timestamps carry through the pipeline; a result that is late because its page was sent late counts from the plan, so that a feed which
 * was held up hides nothing (coordinated omission). Thread-safe.
 */
final class Latencies {

    private final Map<Long, OptionalLong> byPlan = new HashMap<>();

    /** An arrival is planned for this millisecond, in which no other is. */
    synchronized void planned(long millis) {
        byPlan.put(millis, OptionalLong.empty());
    }

    /** A record with this timestamp was seen; all but the first for an arrival are passed over. */
    synchronized void seen(long timestamp, long now) {
        byPlan.computeIfPresent(
                timestamp, (plan, latency) -> latency.isPresent() ? latency : OptionalLong.of(Math.max(0, now - plan)));
    }

    /** What there is so far. */
    synchronized LoadReport.Summary summary() {
        long[] sorted = byPlan.values().stream()
                .flatMapToLong(OptionalLong::stream)
                .sorted()
                .toArray();
        return new LoadReport.Summary(
                sorted.length,
                byPlan.size() - sorted.length,
                quantile(sorted, 0.5),
                quantile(sorted, 0.99),
                quantile(sorted, 1));
    }

    private static long quantile(long[] sorted, double share) {
        return sorted.length == 0 ? -1 : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
