package io.copydesk.ingest.fetch;

import io.copydesk.schemas.LowerCase;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parser of HTTP dates in their three forms (RFC 9110 §5.6.7); any zone is read as GMT, as the RFC requires. */
final class HttpDate {

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final String CLOCK = "([0-9]{1,2}):([0-9]{2}):([0-9]{2})";
    /** {@code Sun, 06 Nov 1994 08:49:37 GMT} and {@code Sunday, 06-Nov-94 08:49:37 GMT}. */
    private static final Pattern DAY_FIRST = Pattern.compile(
            "[a-z]{3,9}, ?([0-9]{1,2})[ -]([a-z]{3})[ -]([0-9]{4}|[0-9]{2}) " + CLOCK + "(?: [a-z0-9+]{1,6})?");
    /** {@code Sun Nov  6 08:49:37 1994}. */
    private static final Pattern YEAR_LAST =
            Pattern.compile("[a-z]{3} ([a-z]{3}) {1,2}([0-9]{1,2}) " + CLOCK + " ([0-9]{4})");

    private HttpDate() {}

    /**
     * The instant, empty for other text.
     *
     * @param now decides the century of a year of two digits: at most 50 years ahead
     */
    static Optional<Instant> parse(String text, Instant now) {
        if (text.length() > 64) {
            return Optional.empty();
        }
        String lower = LowerCase.of(text.strip());
        Matcher dayFirst = DAY_FIRST.matcher(lower);
        if (dayFirst.matches()) {
            String year = dayFirst.group(3);
            int number = Integer.parseInt(year);
            return at(year.length() == 4 ? number : century(number, now), dayFirst.group(2), dayFirst, 1, 4);
        }
        Matcher yearLast = YEAR_LAST.matcher(lower);
        return yearLast.matches()
                ? at(Integer.parseInt(yearLast.group(6)), yearLast.group(1), yearLast, 2, 3)
                : Optional.empty();
    }

    private static Optional<Instant> at(int year, String month, Matcher found, int day, int hour) {
        int place = MONTHS.indexOf(month);
        if (place < 0 || place % 3 != 0) {
            return Optional.empty();
        }
        try {
            int second =
                    Math.min(59, Integer.parseInt(found.group(hour + 2))); // a leap second is read as the one before
            return Optional.of(LocalDateTime.of(
                            year,
                            place / 3 + 1,
                            Integer.parseInt(found.group(day)),
                            Integer.parseInt(found.group(hour)),
                            Integer.parseInt(found.group(hour + 1)),
                            second)
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int century(int year, Instant now) {
        int present = now.atOffset(ZoneOffset.UTC).getYear();
        int candidate = present / 100 * 100 + year;
        return candidate > present + 50 ? candidate - 100 : candidate;
    }
}
