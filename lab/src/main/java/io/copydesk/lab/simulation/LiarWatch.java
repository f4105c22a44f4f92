package io.copydesk.lab.simulation;

import java.util.HashMap;
import java.util.Map;

/** Counts, for each feed that has lied, the polls from its first lie until it was not believed any more. */
final class LiarWatch {

    /** Polls since the first lie, and how many of them there were when it was believed last. */
    private record Polls(int made, int believed) {}

    private final Map<Integer, Polls> polls = new HashMap<>();

    /**
     * A feed that lies was polled.
     *
     * @param conditional whether validators were sent
     * @param changed whether there was something new since then
     */
    void polled(SimulatedFeed feed, boolean conditional, boolean changed) {
        Polls before = polls.get(feed.number);
        if (before == null && !(conditional && changed)) {
            return; // no lie yet
        }
        int made = before == null ? 1 : before.made + 1;
        polls.put(feed.number, new Polls(made, conditional ? made : before.believed));
    }

    /** The polls until each liar was found; of one that is still believed, those so far. */
    Map<Integer, Integer> foundAfter() {
        Map<Integer, Integer> found = new HashMap<>();
        polls.forEach((feed, count) -> found.put(feed, count.believed));
        return found;
    }
}
