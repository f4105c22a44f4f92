package io.copydesk.enrich.sketch;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads event times (ISO 8601). Pure functions. */
final class EventTime {

    /** The form that nearly all have; parsing it in general takes as long as sampling half of a text. */
    private static final String USUAL = "0000-00-00T00:00:00Z";

    private static final int TIME = 11;

    private EventTime() {}

    /** Milliseconds since 1970; {@code null} when the time is unknown or cannot be read. */
    static @Nullable Long millis(@Nullable String time) {
        if (time == null) {
            return null;
        }
        try {
            if (isUsual(time)) {
                return usual(time);
            }
            return time.endsWith("Z")
                    ? Instant.parse(time).toEpochMilli()
                    : OffsetDateTime.parse(time).toInstant().toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    /** Whether it is of the usual form and not at the end of a day, of which there are special cases. */
    private static boolean isUsual(String time) {
        if (time.length() != USUAL.length()) {
            return false;
        }
        for (int i = 0; i < USUAL.length(); i++) {
            char c = time.charAt(i);
            boolean fits = USUAL.charAt(i) == '0' ? c >= '0' && c <= '9' : c == USUAL.charAt(i);
            if (!fits) {
                return false;
            }
        }
        return two(time, TIME) < 24 && two(time, TIME + 3) < 60 && two(time, TIME + 6) < 60;
    }

    private static long usual(String time) {
        LocalDate day = LocalDate.of(two(time, 0) * 100 + two(time, 2), two(time, 5), two(time, 8));
        long seconds = (two(time, TIME) * 60L + two(time, TIME + 3)) * 60 + two(time, TIME + 6);
        return TimeUnit.DAYS.toMillis(day.toEpochDay()) + TimeUnit.SECONDS.toMillis(seconds);
    }

    private static int two(String digits, int at) {
        return (digits.charAt(at) - '0') * 10 + digits.charAt(at + 1) - '0';
    }
}
