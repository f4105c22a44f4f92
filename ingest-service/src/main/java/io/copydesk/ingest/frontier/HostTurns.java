package io.copydesk.ingest.frontier;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Hosts that wait for their turn, and those whose turn has come, in the order of that time less the lead of what they would fetch. For one
 * thread.
 */
final class HostTurns {

    private record Arrival(String host, long at) {}

    private final ReadyHosts waiting = new ReadyHosts();

    /** By the time of the turn less the lead. */
    private final ReadyHosts due = new ReadyHosts();

    private final ToLongBiFunction<String, Long> lead;

    /** @param lead milliseconds by which a host whose turn has come goes before others, by its name and the time */
    HostTurns(ToLongBiFunction<String, Long> lead) {
        this.lead = lead;
    }

    /** The host's turn is at this time, which replaces an earlier call. */
    void set(String host, long at) {
        due.remove(host);
        waiting.set(host, at);
    }

    /** The host's turn is at this time at the latest, for something of this lead. */
    void notLaterThan(String host, long at, long itsLead) {
        if (due.contains(host)) {
            due.notLaterThan(host, at - itsLead);
        } else {
            waiting.notLaterThan(host, at);
        }
    }

    /** A time not later than the first turn, {@link Long#MAX_VALUE} when there is none. */
    long next() {
        return due.size() > 0 ? 0 : waiting.next();
    }

    /**
     * Removes and returns the first host whose turn has come, {@code null} when there is none.
     *
     * @param room how many hosts can have their turn now; their order is of no account when there are no more than that
     */
    @Nullable
    String poll(long now, int room) {
        List<Arrival> arrivals = new ArrayList<>();
        for (long at = waiting.next(); at <= now; at = waiting.next()) {
            String host = waiting.poll(now);
            if (host == null) {
                break;
            }
            arrivals.add(new Arrival(host, at));
        }
        boolean ordered = due.size() + arrivals.size() > room;
        arrivals.forEach(each -> due.set(each.host, each.at - (ordered ? lead.applyAsLong(each.host, now) : 0)));
        return due.poll(Long.MAX_VALUE);
    }
}
