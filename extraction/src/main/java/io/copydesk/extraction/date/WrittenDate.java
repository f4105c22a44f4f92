package io.copydesk.extraction.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * A date as far as it was written.
 *
 * @param time {@code null} when only the day was written
 * @param offset {@code null} when no zone was written
 */
public record WrittenDate(
        LocalDate date, @Nullable LocalTime time, @Nullable ZoneOffset offset) {

    /** The day alone. */
    static WrittenDate day(LocalDate date) {
        return new WrittenDate(date, null, null);
    }

    /** Whether this is a point in time. */
    public boolean isInstant() {
        return time != null && offset != null;
    }

    /** ISO 8601, to the second: a date-time with offset when that is known, else the day alone. */
    public String iso() {
        return time != null && offset != null ? format(time.withNano(0), offset) : date.toString();
    }

    /** ISO 8601 with fractions of seconds: a date-time, of UTC when no zone was written, or the day when no time was. */
    public String isoOrUtc() {
        return time == null ? date.toString() : format(time, offset == null ? ZoneOffset.UTC : offset);
    }

    /** The earliest instant this can mean. */
    public Instant earliest() {
        LocalTime t = time == null ? LocalTime.MIDNIGHT : time;
        return OffsetDateTime.of(date, t, offset == null ? ZoneOffset.ofHours(14) : offset)
                .toInstant();
    }

    private String format(LocalTime time, ZoneOffset offset) {
        return OffsetDateTime.of(date, time, offset).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
