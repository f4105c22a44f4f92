package io.copydesk.ingest.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The {@code fetched} member of a JSON line. */
final class FetchedTime {

    /** Numbers above this are milliseconds; as seconds it is the year 5138. */
    private static final long MILLISECONDS_FROM = 100_000_000_000L;

    /** Later years have five digits, which the date formats that follow do not know. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private FetchedTime() {}

    /**
     * The instant: ISO 8601 with or without offset (UTC), a date (its last second, as nothing on a page that was
     * fetched that day may be later), or a Unix time in seconds or milliseconds. {@code null} when it is none of
     * these or before 1970.
     */
    static @Nullable Instant of(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        try {
            Instant time = value.isIntegralNumber()
                    ? unixTime(value.asLong())
                    : parse(value.asText().strip());
            return time.isBefore(Instant.EPOCH) || time.isAfter(LATEST) ? null : time;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant unixTime(long number) {
        return number < MILLISECONDS_FROM ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    }

    private static Instant parse(String text) {
        if (text.length() == 10) {
            return LocalDate.parse(text).atTime(LocalTime.of(23, 59, 59)).toInstant(ZoneOffset.UTC);
        }
        String iso = text.length() > 10 && text.charAt(10) == ' ' ? text.replaceFirst(" ", "T") : text;
        int zone = Math.max(iso.indexOf('+', 10), Math.max(iso.indexOf('-', 10), iso.indexOf('Z', 10)));
        return zone < 0
                ? LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC)
                : OffsetDateTime.parse(iso).toInstant();
    }
}
