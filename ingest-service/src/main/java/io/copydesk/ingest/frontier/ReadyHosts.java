package io.copydesk.ingest.frontier;

import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/** When which host may be asked next: an index in memory over what the stores know. For one thread. */
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

    /** The host's turn is at this time, whatever was said before. */
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

    /** The host has nothing to do. */
    void remove(String host) {
        current.remove(host);
    }

    /** Takes the first host whose turn has come, or {@code null}. */
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
