package io.copydesk.ingest.feed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Dates as feeds write them: RFC 822 and its successors ({@code Tue, 3 Mar 2026 07:08:09 +0100}), ISO 8601 in full or
 * basic form, and what content systems make of these (full month names, no seconds, no zone, {@code 7:08 PM}). Pure,
 * never throws.
 */
public final class FeedDate {

    private static final int MAX_LENGTH = 80;
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private FeedDate() {}

    /**
     * ISO 8601: a date-time with offset ({@code 2026-03-03T07:08:09+01:00}), or a date when no time is given. A time
     * without a known zone is taken as UTC. Empty when the text is {@code null} or no date.
     */
    public static Optional<String> parse(String text) {
        if (text == null || text.isBlank() || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return read(DateTokens.of(text.strip().toLowerCase(Locale.ROOT)));
        } catch (DateTimeException noSuchDate) {
            return Optional.empty();
        }
    }

    private static Optional<String> read(DateTokens tokens) {
        LocalDate date = date(tokens);
        if (date == null) {
            return Optional.empty();
        }
        if (tokens.end()) {
            return Optional.of(date.toString());
        }
        LocalTime time = time(tokens);
        if (time == null) {
            return Optional.empty();
        }
        ZoneOffset offset = FeedZone.read(tokens);
        return Optional.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                LocalDateTime.of(date, time).atOffset(offset)));
    }

    private static LocalDate date(DateTokens tokens) {
        int month = tokens.skipToDate(MONTHS);
        if (month > 0) { // March 3, 2026
            int day = tokens.number(1, 2);
            tokens.skipAny("stndrh,. ");
            return of(tokens.number(4, 4), month, day);
        }
        int digits = tokens.digits();
        if (digits == 8) { // 20260303
            int all = tokens.number(8, 8);
            return of(all / 10_000, all / 100 % 100, all % 100);
        }
        int first = tokens.number(1, 4);
        tokens.skipAny(digits == 4 ? "-/." : "-. ");
        if (digits == 4) { // 2026-03-03
            int number = tokens.number(1, 2);
            tokens.skipAny("-/.");
            return of(first, number, tokens.number(1, 2));
        }
        month = tokens.month(MONTHS); // 3 Mar 2026
        tokens.skipAny("-., ");
        int yearDigits = tokens.digits();
        int year = tokens.number(2, 4);
        return of(yearDigits == 2 ? year + (year < 50 ? 2000 : 1900) : year, month, first);
    }

    private static LocalDate of(int year, int month, int day) {
        return year < 1000 || month < 1 || day < 1 ? null : LocalDate.of(year, month, day);
    }

    private static LocalTime time(DateTokens tokens) {
        tokens.skipAny("t, ");
        tokens.skipWord("at");
        int digits = tokens.digits();
        int hour;
        int minute;
        int second = 0;
        int nano = 0;
        if (digits == 6 || digits == 4) { // 070809
            int all = tokens.number(4, 6);
            hour = digits == 6 ? all / 10_000 : all / 100;
            minute = digits == 6 ? all / 100 % 100 : all % 100;
            second = digits == 6 ? all % 100 : 0;
        } else {
            hour = tokens.number(1, 2);
            minute = tokens.skip(':') ? tokens.number(1, 2) : -1;
            second = tokens.skip(':') ? tokens.number(1, 2) : 0;
        }
        if (tokens.skip('.') || tokens.skip(',')) {
            nano = tokens.fraction();
        }
        if (hour < 0 || minute < 0 || second < 0) {
            return null;
        }
        hour = tokens.twelveHourClock(hour);
        // A leap second has no place in java.time.
        return LocalTime.of(hour, minute, Math.min(second, 59), nano);
    }
}
