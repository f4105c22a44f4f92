package io.copydesk.extraction.date;

import io.copydesk.extraction.date.DateTokens.Token;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the time of day beside a date in running text, with its zone. */
final class ProseClock {

    private static final int MAX_BETWEEN = 4;
    /** Seconds; the easternmost zone is UTC+14, and Chatham's summer is 45 minutes less. */
    private static final int MAX_OFFSET = 15 * 3600;

    private ProseClock() {}

    /**
     * @param offset {@code null} when no zone is written
     * @param start first token
     * @param end one after the last
     */
    record Clock(LocalTime time, @Nullable ZoneOffset offset, int start, int end) {}

    /** The time that follows the date which ends before token {@code from}, or {@code null}. */
    static @Nullable Clock after(List<Token> t, int from, LocalDate date) {
        int i = from;
        while (i < t.size()
                && i < from + MAX_BETWEEN
                && DateWords.BEFORE_TIME.contains(t.get(i).text().toLowerCase(Locale.ROOT))) {
            i++;
        }
        return i == from + MAX_BETWEEN ? null : at(t, i, date);
    }

    /** The time that ends right before token {@code before}, or {@code null}. */
    static @Nullable Clock before(List<Token> t, int before, LocalDate date) {
        for (int i = Math.max(0, before - 7); i < before; i++) {
            Clock clock = at(t, i, date);
            if (clock != null && clock.end <= before && clock.end >= before - 3) {
                return clock;
            }
        }
        return null;
    }

    private static @Nullable Clock at(List<Token> t, int i, LocalDate date) {
        if (i >= t.size() || !t.get(i).isShort()) {
            return null;
        }
        int hour = t.get(i).value();
        int minute = 0;
        int end = i + 1;
        boolean written = false;
        if (i + 2 < t.size()
                && isHourMark(t.get(i + 1))
                && t.get(i + 2).isNumber()
                && t.get(i + 2).digits() == 2) {
            minute = t.get(i + 2).value();
            end = i + 3;
            written = true;
            if (end + 1 < t.size() && t.get(end).is(":") && t.get(end + 1).isNumber()) {
                end += 2;
                if (end + 1 < t.size()
                        && (t.get(end).is(".") || t.get(end).is(","))
                        && t.get(end + 1).isNumber()) {
                    end += 2;
                }
            }
        }
        int half = end < t.size() ? halfOfDay(t, end) : 0;
        if (half != 0) {
            hour = hour % 12 + (half > 0 ? 12 : 0);
            end += t.get(end).text().length() == 2 ? 1 : Math.min(4, t.size() - end);
            written = true;
        }
        if (!written) {
            return null;
        }
        try {
            LocalTime time = LocalTime.of(hour == 24 ? 0 : hour, minute);
            return withZone(t, new Clock(time, null, i, Math.min(end, t.size())), date);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean isHourMark(Token t) {
        return t.is(":") || t.is(".") || t.text().equalsIgnoreCase("h");
    }

    /** 1 after noon, -1 before, 0 when not written: {@code PM}, {@code pm}, {@code p.m.}. */
    private static int halfOfDay(List<Token> t, int i) {
        String word = t.get(i).text().toLowerCase(Locale.ROOT);
        if (word.equals("pm") || word.equals("am")) {
            return word.equals("pm") ? 1 : -1;
        }
        boolean dotted =
                i + 2 < t.size() && t.get(i + 1).is(".") && t.get(i + 2).text().equalsIgnoreCase("m");
        return !dotted ? 0 : word.equals("p") ? 1 : word.equals("a") ? -1 : 0;
    }

    private static Clock withZone(List<Token> t, Clock clock, LocalDate date) {
        int i = clock.end;
        while (i < t.size()
                && i < clock.end + 2
                && (t.get(i).is("(")
                        || t.get(i).text().equalsIgnoreCase("uhr")
                        || t.get(i).is("."))) {
            i++;
        }
        if (i >= t.size()) {
            return clock;
        }
        int end = i + 1;
        ZoneOffset offset = null;
        ZoneId named = Zones.inProse(t.get(i).text());
        if (named != null) {
            offset = named.getRules().getOffset(LocalDateTime.of(date, clock.time));
            if (end + 1 < t.size()
                    && offset.equals(ZoneOffset.UTC)
                    && isSign(t.get(end))
                    && t.get(end + 1).isNumber()) {
                i = end;
                end = i + 1;
            }
        }
        if (isSign(t.get(i))
                && i + 1 < t.size()
                && t.get(i + 1).isNumber()
                && t.get(i + 1).glued()) {
            int minutes = 0;
            String digits = t.get(i + 1).text();
            end = i + 2;
            if (digits.length() <= 2
                    && end + 1 < t.size()
                    && t.get(end).is(":")
                    && t.get(end + 1).isNumber()) {
                minutes = t.get(end + 1).value();
                end += 2;
            }
            offset = numeric(t.get(i).is("+"), digits, minutes);
        }
        return offset == null ? clock : new Clock(clock.time, offset, clock.start, end);
    }

    /** {@code null} for what is no offset, such as the end of opening hours: {@code 10:00-18:00}. */
    private static @Nullable ZoneOffset numeric(boolean east, String digits, int minutes) {
        try {
            ZoneOffset offset = Zones.numeric(east, digits, minutes);
            boolean possible = Math.abs(offset.getTotalSeconds()) < MAX_OFFSET && digits.length() <= 4;
            return possible ? offset : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean isSign(Token t) {
        return t.is("+") || t.is("-") || t.is("−");
    }
}
