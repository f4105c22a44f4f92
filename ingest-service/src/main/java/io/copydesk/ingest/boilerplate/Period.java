package io.copydesk.ingest.boilerplate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A quarter of a year in UTC, for example {@code 2026-Q1}; names sort by time. Sites change their boilerplate, so each quarter
 * learns from itself and from the one before.
 */
public record Period(String name) {

    private static final String UNKNOWN = "unknown";

    /** The quarter of {@code time}; one of its own when that is not known. */
    public static Period of(@Nullable Instant time) {
        return new Period(time == null ? UNKNOWN : name(LocalDate.ofInstant(time, ZoneOffset.UTC)));
    }

    Period previous() {
        return moved(-1);
    }

    Period next() {
        return moved(1);
    }

    private Period moved(int quarters) {
        if (name.equals(UNKNOWN)) {
            return this;
        }
        int dash = name.lastIndexOf("-Q");
        int year = Integer.parseInt(name.substring(0, dash));
        int quarter = Integer.parseInt(name.substring(dash + 2));
        return new Period(name(LocalDate.of(year, 3 * quarter - 2, 1).plusMonths(3L * quarters)));
    }

    private static String name(LocalDate day) {
        return String.format(Locale.ROOT, "%04d-Q%d", day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
    }
}
