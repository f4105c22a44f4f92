package io.copydesk.extraction.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates of digits only: {@code 2026}, {@code 20260303}, {@code 2026062}, {@code 20260303070809}, Unix times. */
final class DigitDate {

    private static final int SECONDS_DIGITS = 10;
    private static final Pattern UNIX = Pattern.compile("1[0-9]{9}(?:[0-9]{3})?");

    private static final Pattern SERIALISED =
            Pattern.compile("\\\\?/?Date\\((-?[0-9]{1,13})([+-][0-9]{4})?\\)\\\\?/?|(1[0-9]{9})\\.([0-9]{1,9})");

    private DigitDate() {}

    /** {@code null} when so many digits are no date; a time is that of UTC. */
    static @Nullable WrittenDate read(String digits) {
        WrittenDate unix = unix(digits);
        if (unix != null) {
            return unix;
        }
        int n = digits.length();
        if (n == 10 || n == 12 || n == 14) {
            LocalDate day = day(digits.substring(0, 8));
            LocalTime time =
                    LocalTime.of(part(digits, 8), n > 10 ? part(digits, 10) : 0, n > 12 ? part(digits, 12) : 0);
            return day == null ? null : new WrittenDate(day, time, ZoneOffset.UTC);
        }
        LocalDate day = day(digits);
        return day == null ? null : WrittenDate.day(day);
    }

    /** Seconds or milliseconds since 1970, from September 2001 to May 2033; {@code null} for other texts. */
    static @Nullable WrittenDate unix(String text) {
        if (!UNIX.matcher(text).matches()) {
            return null;
        }
        long number = Long.parseLong(text);
        Instant instant =
                text.length() == SECONDS_DIGITS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        return new WrittenDate(time.toLocalDate(), time.toLocalTime(), ZoneOffset.UTC);
    }

    /**
     * The instant that a program wrote as a number with other signs: {@code /Date(1772521689000+0100)/} as .NET does, seconds with a fraction.
     * {@code null} for other texts.
     */
    static @Nullable WrittenDate serialised(String text) {
        Matcher matcher = SERIALISED.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        String milliseconds = matcher.group(1);
        String zone = matcher.group(2);
        Instant instant = milliseconds != null
                ? Instant.ofEpochMilli(Long.parseLong(milliseconds))
                : Instant.ofEpochSecond(Long.parseLong(matcher.group(3)), Clock.nanos(matcher.group(4)));
        ZoneOffset offset = zone == null ? ZoneOffset.UTC : ZoneOffset.of(zone);
        LocalDateTime time = LocalDateTime.ofInstant(instant, offset);
        return new WrittenDate(time.toLocalDate(), time.toLocalTime(), offset);
    }

    /** {@code null} when so many digits are no day. */
    static @Nullable LocalDate day(String digits) {
        switch (digits.length()) {
            case 4:
                return year(digits) < 1000 ? null : LocalDate.of(year(digits), 1, 1);
            case 6:
                return year(digits) < 1900 || year(digits) > 2100
                        ? null
                        : LocalDate.of(year(digits), part(digits, 4), 1);
            case 7:
                return year(digits) < 1000
                        ? null
                        : LocalDate.ofYearDay(year(digits), Integer.parseInt(digits.substring(4)));
            case 8:
                return year(digits) < 1000 ? null : LocalDate.of(year(digits), part(digits, 4), part(digits, 6));
            default:
                return null;
        }
    }

    private static int year(String digits) {
        return Integer.parseInt(digits.substring(0, 4));
    }

    private static int part(String digits, int from) {
        return Integer.parseInt(digits.substring(from, from + 2));
    }
}
