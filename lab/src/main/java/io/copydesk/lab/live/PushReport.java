package io.copydesk.lab.live;

import java.time.Duration;
import java.util.List;

/**
 * What came of a {@link PushPlan}. Delays are from the publication of an item to its article in {@code articles}, in ascending order.
 *
 * @param published items
 * @param dropped messages that the hub dropped
 * @param retried deliveries that found no instance
 * @param polls of feeds
 * @param kills of processes
 * @param calm delays of the items that were delivered and published while all processes ran and none had been started lately
 * @param pushed delays of all items that were delivered
 * @param others delays of those that were not
 * @param lost the URLs of items without an article
 */
public record PushReport(
        int published,
        int dropped,
        int retried,
        int polls,
        int kills,
        List<Duration> calm,
        List<Duration> pushed,
        List<Duration> others,
        List<String> lost) {

    /** A quantile of sorted delays; zero of none. */
    public static Duration quantile(List<Duration> sorted, double share) {
        return sorted.isEmpty()
                ? Duration.ZERO
                : sorted.get(Math.min(sorted.size() - 1, (int) Math.ceil(share * sorted.size()) - 1));
    }
}
