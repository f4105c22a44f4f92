package io.copydesk.ingest.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code fetched} member of a JSON line. */
final class FetchedTime {

    /** Numbers above this are milliseconds; as seconds it is the year 5138. */
    private static final BigDecimal MILLISECONDS_FROM = BigDecimal.valueOf(100_000_000_000L);

    /** More than any time in milliseconds, and than the digits of a capture. */
    private static final double MOST = 1e15;

    /** Later years have five digits, which the date formats that follow do not know. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** A Unix time as text, with a fraction of a second or without. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{9,13}(?:\\.[0-9]{1,9})?");

    /** Year to second in digits, as archives name captures. */
    private static final Pattern CAPTURE = Pattern.compile("(?:19|20)[0-9]{12}");

    private static final DateTimeFormatter OF_CAPTURE = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

    /** Hours and minutes of an offset without a colon between them. */
    private static final Pattern OFFSET = Pattern.compile("([+-][0-9]{2})([0-9]{2})$");

    private FetchedTime() {}

    /**
     * The instant: ISO 8601 with or without offset (UTC), a date (its last second, as nothing on a page that was
     * fetched that day may be later), RFC 1123, the fourteen digits of a capture, or a Unix time in seconds, also with a fraction, or in milliseconds.
     * {@code null} when it is none of these or before 1970.
     */
    static @Nullable Instant of(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        try {
            Instant time =
                    value.isNumber() ? number(value) : parse(value.asText().strip());
            return time.isBefore(Instant.EPOCH) || time.isAfter(LATEST) ? null : time;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant number(JsonNode value) {
        double about = value.doubleValue();
        if (!(Math.abs(about) < MOST)) {
            throw new DateTimeException("no time has such a number: " + about);
        }
        String digits = value.asText();
        return CAPTURE.matcher(digits).matches() ? capture(digits) : unixTime(value.decimalValue());
    }

    private static Instant capture(String digits) {
        return LocalDateTime.parse(digits, OF_CAPTURE).toInstant(ZoneOffset.UTC);
    }

    private static Instant parse(String text) {
        if (CAPTURE.matcher(text).matches()) {
            return capture(text);
        }
        if (NUMBER.matcher(text).matches()) {
            return unixTime(new BigDecimal(text));
        }
        if (text.length() == 10) {
            return LocalDate.parse(text).atTime(LocalTime.of(23, 59, 59)).toInstant(ZoneOffset.UTC);
        }
        if (!text.isEmpty() && Character.isLetter(text.charAt(0))) {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        }
        String iso = text.length() > 10 && text.charAt(10) == ' ' ? text.replaceFirst(" ", "T") : text;
        int zone = Math.max(iso.indexOf('+', 10), Math.max(iso.indexOf('-', 10), iso.indexOf('Z', 10)));
        return zone < 0
                ? LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC)
                : OffsetDateTime.parse(OFFSET.matcher(iso).replaceFirst("$1:$2"))
                        .toInstant();
    }

    private static Instant unixTime(BigDecimal number) {
        BigDecimal millis = number.compareTo(MILLISECONDS_FROM) < 0 ? number.movePointRight(3) : number;
        return Instant.ofEpochMilli(millis.longValue());
    }
}
