package io.copydesk.ingest.frontier;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * The times at which a feed says that nothing is published (RSS 2.0, skipHours and skipDays), in UTC. Pure.
 *
 * @param hours bit 0 for the hour after midnight
 * @param days bit 0 for Monday
 */
record QuietTimes(int hours, int days) {

    static final QuietTimes NONE = new QuietTimes(0, 0);

    private static final int ALL_HOURS = (1 << 24) - 1;
    private static final int ALL_DAYS = (1 << 7) - 1;

    /** Hours from 0 to 24, where 24 is midnight as well. */
    static QuietTimes of(Set<Integer> hours, Set<DayOfWeek> days) {
        int hourBits =
                hours.stream().mapToInt(hour -> 1 << Math.floorMod(hour, 24)).reduce(0, (a, b) -> a | b);
        int dayBits = days.stream().mapToInt(day -> 1 << (day.getValue() - 1)).reduce(0, (a, b) -> a | b);
        // A feed that excludes every hour or every day is misconfigured.
        return new QuietTimes(hourBits == ALL_HOURS ? 0 : hourBits, dayBits == ALL_DAYS ? 0 : dayBits);
    }

    /** The first time from {@code due} on that is not quiet, but at most {@code limit} milliseconds later. */
    long after(long due, long limit) {
        long at = due;
        while (quiet(at) && at - due < limit) {
            at = utc(at).truncatedTo(ChronoUnit.HOURS).plusHours(1).toInstant().toEpochMilli();
        }
        return Math.min(at, due + Math.max(limit, 0));
    }

    private boolean quiet(long at) {
        ZonedDateTime time = utc(at);
        return (hours >> time.getHour() & 1) == 1
                || (days >> (time.getDayOfWeek().getValue() - 1) & 1) == 1;
    }

    private static ZonedDateTime utc(long at) {
        return Instant.ofEpochMilli(at).atZone(ZoneOffset.UTC);
    }
}
