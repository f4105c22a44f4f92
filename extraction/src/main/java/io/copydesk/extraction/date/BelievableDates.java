package io.copydesk.extraction.date;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a date can be that of a publication. Pure functions. */
public final class BelievableDates {

    /** What a clock may be ahead. */
    private static final Duration INSTANT_AHEAD = Duration.ofMinutes(10);

    /** How far ahead of UTC a place is, for publishers that name no zone. */
    private static final Duration DAY_AHEAD = Duration.ofHours(14);

    /** What programs write where they know no date: the first day that they can write, and the beginning of Unix time. */
    private static final Instant LEAST = Instant.parse("0001-01-03T00:00:00Z");

    private BelievableDates() {}

    /**
     * Whether something that was fetched then can be of this date.
     *
     * @param earliest the earliest time that the date can mean
     * @param isInstant whether it is a point in time and not a day or a local time
     * @param fetched {@code null} when it is unknown
     */
    public static boolean isBelievable(Instant earliest, boolean isInstant, @Nullable Instant fetched) {
        boolean isPlaceholder = earliest.isBefore(LEAST) || isInstant && earliest.equals(Instant.EPOCH);
        return !isPlaceholder
                && (fetched == null || !earliest.isAfter(fetched.plus(isInstant ? INSTANT_AHEAD : DAY_AHEAD)));
    }
}
