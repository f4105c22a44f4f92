package io.copydesk.extraction.date;

import io.copydesk.extraction.date.DateTokens.Token;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads dates from text: ISO 8601, RFC 5322, and what newsrooms print in many languages ({@code Oct.08 - 2024 2:42 PM CET},
 * {@code 18. Oktober 2024, 12:35 Uhr}, {@code 2024年10月8日}). Stateless and thread-safe.
 */
public final class DateReader {

    private static final int MAX_TEXT = 2000;
    private static final Set<String> JOINTS = Set.of(
            ".", ",", "-", "–", "/", "of", "de", "del", "d", "st", "nd", "rd", "th", "er", "º", "°", "ª", "’", "'",
            "da", "le", "den", "e");

    private DateReader() {}

    /**
     * A date found in a text.
     *
     * @param start first character of it
     * @param end one after the last
     */
    public record Found(WrittenDate date, int start, int end) {}

    /** The first date in {@code text}; {@code dayFirst} decides what 3/4/2024 means. */
    public static Optional<WrittenDate> read(String text, boolean dayFirst) {
        if (text == null) {
            return Optional.empty();
        }
        List<Found> found = findAll(text.length() > 200 ? text.substring(0, 200) : text, dayFirst);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0).date());
    }

    /** All dates in the first {@value #MAX_TEXT} characters of {@code text}, in order, none overlapping. */
    public static List<Found> findAll(String text, boolean dayFirst) {
        if (!hasDigit(text)) {
            return List.of();
        }
        List<Token> tokens = DateTokens.of(text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text);
        List<Found> all = new ArrayList<>();
        int i = 0;
        int taken = 0;
        while (i < tokens.size()) {
            Day day = dayAt(tokens, i, dayFirst);
            if (day == null) {
                i++;
                continue;
            }
            ClockReader.Clock clock = ClockReader.after(tokens, day.end, day.date);
            int start = day.start;
            int end = day.end;
            if (clock != null) {
                end = clock.end();
            } else {
                clock = ClockReader.before(tokens, day.start, day.date);
                clock = clock != null && clock.start() < taken ? null : clock;
                start = clock == null ? start : clock.start();
            }
            all.add(new Found(
                    new WrittenDate(
                            day.date, clock == null ? null : clock.time(), clock == null ? null : clock.offset()),
                    tokens.get(start).start(),
                    tokens.get(end - 1).end()));
            i = end;
            taken = end;
        }
        return all;
    }

    /** Whether {@code text} holds a digit where dates are looked for; without one it holds no date. */
    public static boolean hasDigit(String text) {
        for (int i = 0; i < Math.min(text.length(), MAX_TEXT); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    private record Day(LocalDate date, int start, int end) {}

    private static Day dayAt(List<Token> t, int i, boolean dayFirst) {
        Token first = t.get(i);
        if (first.isNumber()) {
            if (first.digits() == 8) {
                return day(first.value() / 10000, first.value() / 100 % 100, first.value() % 100, i, i + 1);
            }
            Day named = first.digits() == 4 ? yearMonthDay(t, i) : dayMonthYear(t, i);
            return named != null ? named : numeric(t, i, dayFirst);
        }
        return first.isWord() ? monthDayYear(t, i) : null;
    }

    private static Day dayMonthYear(List<Token> t, int i) {
        if (t.get(i).value() < 1 || t.get(i).value() > 31 || t.get(i).digits() > 2) {
            return null;
        }
        int m = skipJoints(t, i + 1);
        int month = wordMonth(t, m);
        if (month == 0) {
            return null;
        }
        int y = skipJoints(t, m + 1);
        int year = year(t, y);
        return year == 0 ? null : day(year, month, t.get(i).value(), i, y + 1);
    }

    private static Day monthDayYear(List<Token> t, int i) {
        int month = wordMonth(t, i);
        if (month == 0) {
            return null;
        }
        int d = skipJoints(t, i + 1);
        if (d >= t.size() || !t.get(d).isNumber() || t.get(d).digits() > 2) {
            return null;
        }
        int y = skipJoints(t, d + 1);
        int year = year(t, y);
        return year == 0 || t.get(y).digits() != 4
                ? null
                : day(year, month, t.get(d).value(), i, y + 1);
    }

    private static Day yearMonthDay(List<Token> t, int i) {
        int m = skipJoints(t, i + 1);
        int month = wordMonth(t, m);
        int d = skipJoints(t, m + 1);
        if (month == 0 || d >= t.size() || !t.get(d).isNumber() || t.get(d).digits() > 2) {
            return null;
        }
        return day(t.get(i).value(), month, t.get(d).value(), i, d + 1);
    }

    /** Three numbers with the same mark between, or with the signs for year, month and day. */
    private static Day numeric(List<Token> t, int i, boolean dayFirst) {
        if (i + 4 >= t.size() || !t.get(i + 2).isNumber() || !t.get(i + 4).isNumber()) {
            return null;
        }
        String mark = t.get(i + 1).text();
        int a = t.get(i).value();
        int b = t.get(i + 2).value();
        int c = t.get(i + 4).value();
        if (mark.equals("年") || mark.equals("년")) {
            return day(a, b, c, i, Math.min(t.size(), i + 6));
        }
        if (!t.get(i + 3).is(mark) || !(mark.equals(".") || mark.equals("-") || mark.equals("/"))) {
            return null;
        }
        if (t.get(i).digits() == 4) {
            return day(a, b, c, i, i + 5);
        }
        int digits = t.get(i + 4).digits();
        boolean shortYear = digits == 2
                && (!mark.equals("-") && t.get(i).digits() == 2 && t.get(i + 2).digits() == 2
                        || mark.equals(".") && endsLine(t, i));
        if (digits != 4 && !shortYear) {
            return null;
        }
        int year = shortYear ? 2000 + c : c;
        boolean dayThenMonth = mark.equals(".") && b <= 12 || b <= 12 && (a > 12 || dayFirst);
        return dayThenMonth ? day(year, b, a, i, i + 5) : day(year, a, b, i, i + 5);
    }

    /** Whether the five tokens at {@code i} are all of a line, or all that follows a comma: {@code 8.5.12} is a version elsewhere. */
    private static boolean endsLine(List<Token> t, int i) {
        return i + 5 == t.size() && (i == 0 || t.get(i - 1).is(","));
    }

    private static Day day(int year, int month, int day, int start, int end) {
        if (year < 1990 || year > 2100) {
            return null;
        }
        try {
            return new Day(LocalDate.of(year, month, day), start, end);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int wordMonth(List<Token> t, int i) {
        return i < t.size() && t.get(i).isWord() ? DateWords.month(t.get(i).text()) : 0;
    }

    private static int year(List<Token> t, int i) {
        if (i >= t.size() || !t.get(i).isNumber()) {
            return 0;
        }
        Token y = t.get(i);
        if (y.digits() == 4) {
            return y.value();
        }
        boolean apostrophe = i > 0 && (t.get(i - 1).is("'") || t.get(i - 1).is("’"));
        return y.digits() == 2 && apostrophe ? 2000 + y.value() : 0;
    }

    private static int skipJoints(List<Token> t, int from) {
        int i = from;
        while (i < t.size() && i < from + 3 && JOINTS.contains(t.get(i).text().toLowerCase(java.util.Locale.ROOT))) {
            i++;
        }
        return i;
    }
}
