package io.copydesk.alerts;

import io.copydesk.alerts.rule.Rule.OfDeadLetters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How many dead letters arrived within the time of a rule, by their own times and in sixty slots. Persisted.
 *
 * @param slots that are within the time, the earliest first
 * @param highSince when there were more than the rule allows, and not half as many since, epoch milliseconds; {@value #NOT_HIGH} otherwise
 */
record LetterRate(List<Slot> slots, long highSince) {

    private static final int SLOTS = 60;

    private static final long NOT_HIGH = -1;

    static final LetterRate NONE = new LetterRate(List.of(), NOT_HIGH);

    /** @param start epoch milliseconds */
    record Slot(long start, int count) {}

    LetterRate {
        slots = slots == null ? List.of() : List.copyOf(slots);
    }

    /** One letter more; a letter that is late counts with the last one. The rate is high no more when it fell to half of what is allowed before. */
    LetterRate with(long arrival, OfDeadLetters rule) {
        Duration within = rule.within();
        long width = Math.max(1, within.toMillis() / SLOTS);
        long last =
                slots.isEmpty() ? Long.MIN_VALUE : slots.get(slots.size() - 1).start();
        long start = Math.max(last, arrival - Math.floorMod(arrival, width));
        List<Slot> kept = new ArrayList<>(slots.stream()
                .filter(slot -> slot.start() > start - within.toMillis())
                .toList());
        boolean stillHigh = isHigh() && count(kept) > rule.above() / 2;
        if (!kept.isEmpty() && kept.get(kept.size() - 1).start() == start) {
            kept.add(new Slot(start, kept.remove(kept.size() - 1).count() + 1));
        } else {
            kept.add(new Slot(start, 1));
        }
        boolean rises = !stillHigh && count(kept) > rule.above();
        return new LetterRate(kept, rises ? start : stillHigh ? highSince : NOT_HIGH);
    }

    /** Letters within the time. */
    int count() {
        return count(slots);
    }

    /** Whether there are more than the rule allows, or were and not half as many since. */
    boolean isHigh() {
        return highSince != NOT_HIGH;
    }

    private static int count(List<Slot> slots) {
        return slots.stream().mapToInt(Slot::count).sum();
    }
}
