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

    /** The host has no turn any more. */
    void remove(String host) {
        current.remove(host);
    }

    boolean contains(String host) {
        return current.containsKey(host);
    }

    int size() {
        return current.size();
    }

    /** The time of the first turn, {@link Long#MAX_VALUE} when there is none. */
    long next() {
        while (!turns.isEmpty() && !isCurrent(turns.peek())) {
            turns.poll();
        }
        return turns.isEmpty() ? Long.MAX_VALUE : turns.peek().at;
    }

    /** Removes and returns the first host whose turn has come, {@code null} when there is none. */
    @Nullable
    String poll(long now) {
        if (next() > now || turns.isEmpty()) {
            return null;
        }
        String host = turns.poll().host;
        current.remove(host);
        return host;
    }

    private boolean isCurrent(Turn turn) {
        Long valid = current.get(turn.host);
        return valid != null && valid == turn.at;
    }
}
