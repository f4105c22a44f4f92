package io.copydesk.extraction.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A date as far as it was written.
 *
 * @param time {@code null} when only the day was written
 * @param offset {@code null} when no zone was written
 */
public record WrittenDate(LocalDate date, LocalTime time, ZoneOffset offset) {

    /** Whether this is a point in time. */
    public boolean isInstant() {
        return time != null && offset != null;
    }

    /** ISO 8601: a date-time with offset when that is known, else the day alone. */
    public String iso() {
        return isInstant()
                ? OffsetDateTime.of(date, time.withNano(0), offset).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                : date.toString();
    }

    /** The earliest instant this can mean. */
    public Instant earliest() {
        LocalTime t = time == null ? LocalTime.MIDNIGHT : time;
        return OffsetDateTime.of(date, t, offset == null ? ZoneOffset.ofHours(14) : offset)
                .toInstant();
    }
}
