package io.copydesk.lab.simulation;

/**
 * What came of a virtual month with a hub. Delays are from the publication of an item to the discovery of its link, in milliseconds.
 *
 * @param items published more than a day before the end
 * @param lost of them that were never discovered
 * @param dropped messages that the hub dropped
 * @param polls requests for feeds
 * @param hubRequests requests to the hub
 * @param verified leases that the hub granted
 * @param lapsed feeds whose lease ended before it was renewed
 * @param medianDelay of all items
 * @param highDelay its 95th percentile
 * @param longestDelay the longest
 */
public record PushedMonthReport(
        int items,
        int lost,
        int dropped,
        int polls,
        int hubRequests,
        int verified,
        int lapsed,
        long medianDelay,
        long highDelay,
        long longestDelay) {}
