package io.copydesk.ingest.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Dates of digits only: {@code 2026}, {@code 20260303}, {@code 2026062}, {@code 20260303070809}, Unix times. */
final class DigitDate {

    private static final int SECONDS_DIGITS = 10;
    private static final int MILLIS_DIGITS = 13;

    private DigitDate() {}

    static Optional<String> read(String digits) {
        int n = digits.length();
        boolean unix = digits.charAt(0) == '1' && (n == SECONDS_DIGITS || n == MILLIS_DIGITS);
        if (unix) {
            long number = Long.parseLong(digits);
            Instant instant = n == SECONDS_DIGITS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
            return Optional.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC)));
        }
        if (n == 10 || n == 12 || n == 14) {
            LocalDateTime time = day(digits.substring(0, 8))
                    .atTime(part(digits, 8), n > 10 ? part(digits, 10) : 0, n > 12 ? part(digits, 12) : 0);
            return Optional.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atOffset(ZoneOffset.UTC)));
        }
        return Optional.ofNullable(day(digits)).map(LocalDate::toString);
    }

    /** {@code null} when so many digits are no day. */
    static LocalDate day(String digits) {
        switch (digits.length()) {
            case 4:
                return year(digits) < 1000 ? null : LocalDate.of(year(digits), 1, 1);
            case 6:
                return year(digits) < 1900 || year(digits) > 2100
                        ? null
                        : LocalDate.of(year(digits), part(digits, 4), 1);
            case 7:
                return LocalDate.ofYearDay(year(digits), Integer.parseInt(digits.substring(4)));
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
