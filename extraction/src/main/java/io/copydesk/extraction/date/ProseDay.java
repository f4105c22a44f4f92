package io.copydesk.extraction.date;

import io.copydesk.extraction.date.DateTokens.Token;
import io.copydesk.schemas.LowerCase;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds days in running text: only with a day, a month and a year, so that other numbers are no dates. */
final class ProseDay {

    private static final int MIN_YEAR = 1990;
    private static final int MAX_YEAR = 2100;
    /** The first letters of the scripts of Iran and Thailand are above. */
    private static final char FIRST_ARABIC = '\u0600';

    private static final int MAX_JOINTS = 3;
    private static final int WORDS_BESIDE = 3;

    private final List<Token> t;
    private final DateHint hint;

    ProseDay(List<Token> tokens, DateHint hint) {
        this.t = tokens;
        this.hint = hint;
    }

    /**
     * A day in the text.
     *
     * @param dates more than one when the month is ambiguous
     * @param start first token
     * @param end one after the last
     */
    record Day(List<LocalDate> dates, int start, int end) {
        LocalDate earliest() {
            return dates.get(0);
        }
    }

    /** The day that starts with token {@code i}, {@code null} when there is none. */
    @Nullable
    Day at(int i) {
        Token first = t.get(i);
        if (first.isNumber()) {
            if (first.digits() == 8) {
                return day(first.value() / 10000, first.value() / 100 % 100, first.value() % 100, i, i + 1);
            }
            Day named = first.digits() == 4 ? yearMonthDay(i) : dayMonthYear(i);
            return named != null ? named : numeric(i);
        }
        return first.isWord() ? monthDayYear(i) : null;
    }

    private @Nullable Day dayMonthYear(int i) {
        if (!t.get(i).isShort()) {
            return null;
        }
        int m = skipJoints(i + 1);
        List<Integer> months = months(m);
        if (months.isEmpty()) {
            return thaiOrSolar(i, m);
        }
        int y = skipJoints(m + 1);
        return named(year(y), months, t.get(i).value(), i, behindYear(y + 1));
    }

    /** The place behind the sign that a number is a year, {@code from} when there is none: {@code 2026 г.} */
    private int behindYear(int from) {
        if (from >= t.size()
                || !DateWords.YEAR_MARKS.contains(LowerCase.of(t.get(from).text()))) {
            return from;
        }
        return from + 1 < t.size() && t.get(from + 1).is(".") ? from + 2 : from + 1;
    }

    /** A day with an abbreviated Thai month, which has a dot inside, or with a month of the calendar of Iran. */
    private @Nullable Day thaiOrSolar(int i, int m) {
        if (m >= t.size() || !t.get(m).isWord() || t.get(m).text().charAt(0) < FIRST_ARABIC) {
            return null;
        }
        int day = t.get(i).value();
        boolean dotted =
                m + 2 < t.size() && t.get(m + 1).is(".") && t.get(m + 2).isWord();
        int thai = dotted
                ? OtherCalendars.shortThaiMonth(
                        t.get(m).text() + "." + t.get(m + 2).text())
                : 0;
        if (thai > 0) {
            int y = skipJoints(m + 3);
            int year = isShort(y) && t.get(y).digits() == 2
                    ? OtherCalendars.ofShortThai(t.get(y).value())
                    : year(y);
            return named(year, List.of(thai), day, i, y + 1);
        }
        int y = skipJoints(m + 1);
        int month = OtherCalendars.solarMonth(DateWords.fold(t.get(m).text()));
        return month == 0 ? null : solar(year(y), month, day, i, y + 1);
    }

    private static @Nullable Day solar(int year, int month, int day, int start, int end) {
        LocalDate date = OtherCalendars.solar(year, month, day);
        return date == null ? null : new Day(List.of(date), start, end);
    }

    private @Nullable Day monthDayYear(int i) {
        List<Integer> months = isNumberSoon(i + 1) ? months(i) : List.of();
        int d = months.isEmpty() ? i : skipJoints(i + 1);
        if (months.isEmpty() || !isShort(d)) {
            return null;
        }
        int y = skipJoints(d + 1);
        int year = year(y);
        return year == 0 || t.get(y).digits() != 4
                ? null
                : named(year, months, t.get(d).value(), i, y + 1);
    }

    private @Nullable Day yearMonthDay(int i) {
        int next = skipJoints(i + 1);
        int m = skipYearWords(next);
        if (m > next && isShort(m)) {
            return yearDayMonth(i, m);
        }
        List<Integer> months = months(m);
        int d = skipJoints(m + 1);
        return months.isEmpty() || !isShort(d)
                ? null
                : named(t.get(i).value(), months, t.get(d).value(), i, d + 1);
    }

    /** A day behind its year and a word that says that it is one: {@code 2026. gada 11. maijā}. */
    private @Nullable Day yearDayMonth(int year, int day) {
        int m = skipJoints(day + 1);
        List<Integer> months = months(m);
        return months.isEmpty()
                ? null
                : named(t.get(year).value(), months, t.get(day).value(), year, m + 1);
    }

    private @Nullable Day named(int year, List<Integer> months, int day, int start, int end) {
        int gregorian = OtherCalendars.gregorian(year);
        if (gregorian < MIN_YEAR || gregorian > MAX_YEAR) {
            return null;
        }
        List<Token> beside = t.subList(Math.max(0, start - WORDS_BESIDE), Math.min(t.size(), end + WORDS_BESIDE));
        List<LocalDate> dates = NamedDay.of(gregorian, months, day, beside);
        return dates.isEmpty() ? null : new Day(dates, start, end);
    }

    /** Three numbers with the same mark between, or with the signs for year, month and day. */
    private @Nullable Day numeric(int i) {
        if (i + 4 >= t.size() || !t.get(i + 2).isNumber() || !t.get(i + 4).isNumber()) {
            return null;
        }
        String mark = t.get(i + 1).text();
        int a = t.get(i).value();
        int b = t.get(i + 2).value();
        int c = t.get(i + 4).value();
        if (mark.equals("年") || mark.equals("년")) {
            int before = i == 0 ? 0 : DateWords.yearBefore(t.get(i - 1).text());
            return day(before + a, b, c, before == 0 ? i : i - 1, Math.min(t.size(), i + 6));
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
                        || mark.equals(".") && endsLine(i));
        if (digits != 4 && !shortYear) {
            return null;
        }
        int year = shortYear ? 2000 + c : c;
        boolean dayThenMonth = mark.equals(".") && b <= 12 || b <= 12 && (a > 12 || hint.dayFirst());
        return dayThenMonth ? day(year, b, a, i, i + 5) : day(year, a, b, i, i + 5);
    }

    /** Whether the five tokens at {@code i} are all of a line, or all that follows a comma: {@code 8.5.12} is a version elsewhere. */
    private boolean endsLine(int i) {
        return i + 5 == t.size() && (i == 0 || t.get(i - 1).is(","));
    }

    private static @Nullable Day day(int written, int month, int day, int start, int end) {
        if (OtherCalendars.isSolar(written)) {
            return solar(written, month, day, start, end);
        }
        int year = OtherCalendars.gregorian(written);
        if (year < MIN_YEAR || year > MAX_YEAR) {
            return null;
        }
        try {
            return new Day(List.of(LocalDate.of(year, month, day)), start, end);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Whether a number follows, behind joints at most; most words of a text end here. */
    private boolean isNumberSoon(int from) {
        for (int i = from; i < t.size() && i <= from + MAX_JOINTS; i++) {
            if (t.get(i).isNumber()) {
                return true;
            }
        }
        return false;
    }

    private List<Integer> months(int i) {
        return i < t.size() && t.get(i).isWord()
                ? MonthNames.inProse(DateWords.fold(t.get(i).text()), hint.language())
                : List.of();
    }

    private boolean isShort(int i) {
        return i < t.size() && t.get(i).isShort();
    }

    private int year(int i) {
        if (i >= t.size() || !t.get(i).isNumber()) {
            return 0;
        }
        Token y = t.get(i);
        if (y.digits() == 4) {
            return y.value();
        }
        boolean apostrophe = t.get(i - 1).is("'") || t.get(i - 1).is("’");
        return y.digits() == 2 && apostrophe ? 2000 + y.value() : 0;
    }

    /** The place behind words that follow a year, with the joints behind them. */
    private int skipYearWords(int from) {
        int i = from;
        while (i < t.size()
                && i < from + MAX_JOINTS
                && DateWords.YEAR_WORDS.contains(LowerCase.of(t.get(i).text()))) {
            i = skipJoints(i + 1);
        }
        return i;
    }

    private int skipJoints(int from) {
        int i = from;
        while (i < t.size()
                && i < from + MAX_JOINTS
                && DateWords.JOINTS.contains(LowerCase.of(t.get(i).text()))) {
            i++;
        }
        return i;
    }
}
