package io.copydesk.standalone.simulation;

import io.copydesk.standalone.simulation.SimulatedFeed.Manner;
import java.util.HashMap;
import java.util.Map;

/** Counts, for each feed that lies, the polls until it was not believed any more. */
final class LiarWatch {

    private record Polls(int made, int sinceBelieved) {}

    private final Map<Integer, Polls> polls = new HashMap<>();

    void polled(SimulatedFeed feed, boolean conditional) {
        if (feed.manner == Manner.LIAR) {
            Polls before = polls.getOrDefault(feed.number, new Polls(0, 0));
            polls.put(feed.number, new Polls(before.made + 1, conditional ? before.made + 1 : before.sinceBelieved));
        }
    }

    /** The polls until each liar was asked without validators only; -1 for one that is still believed. */
    Map<Integer, Integer> foundAfter() {
        Map<Integer, Integer> found = new HashMap<>();
        polls.forEach(
                (feed, count) -> found.put(feed, count.made - count.sinceBelieved >= 2 ? count.sinceBelieved + 1 : -1));
        return found;
    }
}
