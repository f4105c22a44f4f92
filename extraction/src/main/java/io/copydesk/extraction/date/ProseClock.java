package io.copydesk.extraction.date;

import io.copydesk.extraction.date.DateTokens.Token;
import io.copydesk.schemas.LowerCase;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the time of day beside a date in running text, with its zone; a leap second is the second before it. */
final class ProseClock {

    private static final int MAX_BETWEEN = 4;
    /** Tokens of the longest time before a date, and those between them. */
    private static final int REACH = 7;

    private static final int MAX_GAP = 3;
    private static final int NOON = 12;
    private static final int LAST_SECOND = 59;
    /** Seconds; the easternmost zone is UTC+14. */
    private static final int MAX_OFFSET = 15 * 3600;

    private ProseClock() {}

    /**
     * A time in the text.
     *
     * @param offset {@code null} when no zone is written
     * @param start first token
     * @param end one after the last
     */
    record Time(LocalTime time, @Nullable ZoneOffset offset, int start, int end) {}

    /** The time that follows the date which ends before token {@code from}, or {@code null}. */
    static @Nullable Time after(List<Token> t, int from, LocalDate date) {
        int i = from;
        while (i < t.size()
                && i < from + MAX_BETWEEN
                && DateWords.BEFORE_TIME.contains(LowerCase.of(t.get(i).text()))) {
            i++;
        }
        if (i == from + MAX_BETWEEN || i >= t.size()) {
            return null;
        }
        String half = DateWords.fold(t.get(i).text());
        boolean afternoon = DateWords.AFTERNOON.contains(half);
        if (!afternoon && !DateWords.MORNING.contains(half)) {
            return at(t, i, date);
        }
        Time time = at(t, i + 1, date);
        return time == null ? null : new Time(inHalf(time.time, afternoon), time.offset, i, time.end);
    }

    /** A time of a clock of twelve hours, of which the half is written in front as in Korean, Chinese and Japanese. */
    private static LocalTime inHalf(LocalTime time, boolean afternoon) {
        if (time.getHour() == NOON) {
            return afternoon ? time : time.minusHours(NOON);
        }
        return afternoon && time.getHour() < NOON ? time.plusHours(NOON) : time;
    }

    /** The time that ends right before token {@code before}, or {@code null}. */
    static @Nullable Time before(List<Token> t, int before, LocalDate date) {
        for (int i = Math.max(0, before - REACH); i < before; i++) {
            Time time = at(t, i, date);
            if (time != null && time.end <= before && time.end >= before - MAX_GAP) {
                return isLabelled(t, time.end, before) ? null : time;
            }
        }
        return null;
    }

    /** Whether a label of a date stands between two tokens: {@code 7:15 · updated:}; then the time in front of it is of something else. */
    private static boolean isLabelled(List<Token> t, int from, int to) {
        return t.subList(from, to).stream()
                .filter(Token::isWord)
                .map(Token::text)
                .anyMatch(word -> DateLabels.isOfChange(word) || DateLabels.isOfPublication(word));
    }

    private static @Nullable Time at(List<Token> t, int i, LocalDate date) {
        Clock clock = Clock.inProse(t, i);
        if (clock == null) {
            return null;
        }
        try {
            LocalTime time = LocalTime.of(
                    clock.hour() == 24 ? 0 : clock.hour(), clock.minute(), Math.min(clock.second(), LAST_SECOND));
            return withZone(t, new Time(time, null, i, clock.end()), date);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Time withZone(List<Token> t, Time time, LocalDate date) {
        int i = time.end;
        while (i < t.size()
                && i < time.end + 2
                && (t.get(i).is("(")
                        || t.get(i).text().equalsIgnoreCase("uhr")
                        || t.get(i).is("."))) {
            i++;
        }
        ZoneId zone = i < t.size() ? Zones.inProse(t.get(i).text()) : null;
        ZoneOffset named = zone == null ? null : zone.getRules().getOffset(LocalDateTime.of(date, time.time));
        if (named == null || named.equals(ZoneOffset.UTC)) {
            Zones.Offset numeric = numeric(t, named == null ? i : i + 1);
            if (numeric != null) {
                return new Time(time.time, numeric.offset(), time.start, numeric.end());
            }
        }
        return named == null ? time : new Time(time.time, named, time.start, i + 1);
    }

    /** {@code null} also for what is no offset, such as the end of opening hours: {@code 10:00-18:00}. */
    private static Zones.@Nullable Offset numeric(List<Token> t, int i) {
        try {
            Zones.Offset found = Zones.offset(t, i);
            boolean possible = found != null
                    && t.get(i + 1).digits() <= 4
                    && Math.abs(found.offset().getTotalSeconds()) < MAX_OFFSET;
            return possible ? found : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
