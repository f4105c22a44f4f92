package io.copydesk.lab.simulation;

import java.util.HashMap;
import java.util.Map;

/** Counts, for each feed that answered a false "not modified", the polls from the first one until the last with validators. */
final class FalseNotModified {

    /** Polls since the first false answer, and their number at the last poll with validators. */
    private record Polls(int made, int believed) {}

    private final Map<Integer, Polls> polls = new HashMap<>();

    /**
     * Records a poll of a feed that answers falsely.
     *
     * @param conditional whether validators were sent
     * @param changed whether the feed had changed since
     */
    void polled(SimulatedFeed feed, boolean conditional, boolean changed) {
        Polls before = polls.get(feed.number);
        if (before == null && !(conditional && changed)) {
            return; // no false answer yet
        }
        Polls known = before == null ? new Polls(0, 0) : before;
        int made = known.made + 1;
        polls.put(feed.number, new Polls(made, conditional ? made : known.believed));
    }

    /** By the number of the feed, the polls until it was detected; those so far when it was not. */
    Map<Integer, Integer> foundAfter() {
        Map<Integer, Integer> found = new HashMap<>();
        polls.forEach((feed, count) -> found.put(feed, count.believed));
        return found;
    }
}
