package io.copydesk.ingest.frontier;

import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Hosts in the order of a time each, their next turn: an index in memory over the stores. For one thread. */
final class ReadyHosts {

    private record Turn(long at, String host) implements Comparable<Turn> {
        @Override
        public int compareTo(Turn other) {
            int byTime = Long.compare(at, other.at);
            return byTime != 0 ? byTime : host.compareTo(other.host);
        }
    }

    private final PriorityQueue<Turn> turns = new PriorityQueue<>();
    private final Map<String, Long> current = new HashMap<>();

    /** The host's turn is at this time, which replaces an earlier call. */
    void set(String host, long at) {
        Long before = current.put(host, at);
        if (before == null || before != at) {
            turns.add(new Turn(at, host));
        }
    }

    /** The host's turn is at this time at the latest. */
    void notLaterThan(String host, long at) {
        Long before = current.get(host);
        if (before == null || before > at) {
            set(host, at);
        }
    }

    /** Removes and returns the first host whose turn has come, {@code null} when there is none. */
    @Nullable
    String poll(long now) {
        while (!turns.isEmpty() && turns.peek().at <= now) {
            Turn turn = turns.poll();
            Long valid = current.get(turn.host);
            if (valid != null && valid == turn.at) {
                current.remove(turn.host);
                return turn.host;
            }
        }
        return null;
    }
}
