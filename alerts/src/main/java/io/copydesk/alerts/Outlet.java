package io.copydesk.alerts;

import io.copydesk.kit.streams.RevertibleWrites;
import io.copydesk.schemas.Alert;
import io.copydesk.schemas.Alert.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToLongFunction;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Lets each alert through once, and no more of a rule in an hour than the limit; counts the others. For one thread. */
final class Outlet {

    /** How long after an hour what was suppressed in it is reported, when no later alert of its rule did that. */
    private static final long GRACE = 60_000;

    private final KeyValueStore<String, Long> raised;
    private final KeyValueStore<String, HourCount> hours;
    private final RevertibleWrites writes;
    private final int perHour;
    private final long since;
    private final ToLongFunction<String> sinceOf;
    private final BiConsumer<Alert, Long> out;

    /**
     * An outlet.
     *
     * @param raised ids of alerts to their last times
     * @param hours names of rules to counts
     * @param since records that arrived before are known and told of by no alert, epoch milliseconds
     * @param sinceOf when the rule of a name begins to look at what arrives, likewise
     * @param out receives an alert and its time
     */
    Outlet(
            KeyValueStore<String, Long> raised,
            KeyValueStore<String, HourCount> hours,
            RevertibleWrites writes,
            int perHour,
            long since,
            ToLongFunction<String> sinceOf,
            BiConsumer<Alert, Long> out) {
        this.raised = raised;
        this.hours = hours;
        this.writes = writes;
        this.perHour = perHour;
        this.since = since;
        this.sinceOf = sinceOf;
        this.out = out;
    }

    /**
     * Raises an alert unless it was raised before. What arrived before its rule is left alone, so that the same is told of it later whether it
     * was looked at in time or waited. Call it within {@link RevertibleWrites#run} only.
     */
    void raise(Alert alert, long arrival) {
        if (arrival < sinceOf.applyAsLong(alert.rule())) {
            return;
        }
        Long before = raised.get(alert.id());
        writes.replace(raised, alert.id(), before, arrival);
        if (before == null && arrival >= since && isAdmitted(alert.rule(), arrival)) {
            out.accept(alert, arrival);
        }
    }

    private boolean isAdmitted(String rule, long arrival) {
        HourCount before = hours.get(rule);
        HourCount hour = before == null ? HourCount.of(arrival) : before;
        if (hour.isOver(arrival)) {
            report(rule, hour, arrival);
            hour = HourCount.of(arrival);
        }
        boolean admitted = hour.raised() < perHour;
        writes.replace(hours, rule, before, hour.with(admitted));
        return admitted;
    }

    /** Reports what was suppressed in hours that are over. */
    void reportOver(long now) {
        List<KeyValue<String, HourCount>> over = new ArrayList<>();
        try (KeyValueIterator<String, HourCount> all = hours.all()) {
            all.forEachRemaining(entry -> {
                if (entry.value.suppressed() > 0 && entry.value.isOver(now - GRACE)) {
                    over.add(entry);
                }
            });
        }
        for (KeyValue<String, HourCount> entry : over) {
            hours.put(entry.key, entry.value.next());
            report(entry.key, entry.value, now);
        }
    }

    private void report(String rule, HourCount hour, long time) {
        if (hour.suppressed() > 0) {
            String from = Instant.ofEpochMilli(hour.start()).toString();
            out.accept(
                    Alert.builder()
                            .of(rule, Kind.SUPPRESSED, from)
                            .headline(hour.suppressed() + " more alerts of this rule within the hour from " + from)
                            .raised(Instant.ofEpochMilli(time).toString())
                            .suppressed(hour.suppressed())
                            .build(),
                    time);
        }
    }
}
