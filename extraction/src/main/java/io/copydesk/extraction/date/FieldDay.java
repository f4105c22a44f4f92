package io.copydesk.extraction.date;

import io.copydesk.extraction.date.DateTokens.Token;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The day in a field. */
final class FieldDay {

    private FieldDay() {}

    /**
     * The day that tokens name, {@code null} when there is none.
     *
     * @param tokens without those of the time and the zone
     * @param timed whether there was a time; then unknown words are ignored
     */
    static @Nullable LocalDate of(List<Token> tokens, boolean timed, DateHint hint) {
        List<Token> numbers = new ArrayList<>();
        List<Integer> months = List.of();
        List<Integer> misspelt = List.of();
        boolean strange = false;
        int solarMonth = 0;
        for (Token token : tokens) {
            if (token.isNumber()) {
                numbers.add(token);
            } else if (token.isWord() && !isWeek(token, numbers)) {
                solarMonth = Math.max(solarMonth, OtherCalendars.solarMonth(token.text()));
                List<Integer> named = MonthNames.of(token.text(), hint.language());
                if (!named.isEmpty()) {
                    months = named; // "mar, 3 feb": the last one is the month
                    continue;
                }
                List<Integer> alike = MonthNames.misspelt(token.text());
                misspelt = alike.isEmpty() ? misspelt : alike;
                strange |= !numbers.isEmpty() && !DateWords.FILLERS.contains(token.text());
            }
        }
        if (solarMonth > 0 && numbers.size() == 2) {
            boolean yearFirst = numbers.get(0).digits() == 4;
            return OtherCalendars.solar(
                    numbers.get(yearFirst ? 0 : 1).value(),
                    solarMonth,
                    numbers.get(yearFirst ? 1 : 0).value());
        }
        if (months.isEmpty() && !misspelt.isEmpty() && !numbers.isEmpty()) {
            months = misspelt;
        }
        if (!months.isEmpty()) {
            // A month may stand for its first day, but not at a time of that day.
            return timed && numbers.size() == 1 ? null : named(numbers, months, tokens);
        }
        return strange && !timed ? null : numeric(tokens, numbers, hint.dayFirst());
    }

    private static boolean isWeek(Token token, List<Token> numbers) {
        return token.is("w") && numbers.size() == 1;
    }

    private static @Nullable LocalDate named(List<Token> numbers, List<Integer> months, List<Token> tokens) {
        if (numbers.isEmpty() || numbers.size() > 3) {
            return null;
        }
        Token first = numbers.get(0);
        if (numbers.size() == 1) {
            return first.digits() == 4 ? named(first, months, 1, tokens) : null;
        }
        Token second = numbers.get(1);
        boolean yearFirst = first.digits() > 2 || first.value() > 31 && second.value() <= 31;
        return yearFirst ? named(first, months, second.value(), tokens) : named(second, months, first.value(), tokens);
    }

    private static @Nullable LocalDate named(Token year, List<Integer> months, int day, List<Token> tokens) {
        int full = full(year);
        List<LocalDate> days = isYear(full) ? NamedDay.of(full, months, day, tokens) : List.of();
        return days.size() == 1 ? days.get(0) : null;
    }

    private static @Nullable LocalDate numeric(List<Token> tokens, List<Token> numbers, boolean dayFirst) {
        if (numbers.isEmpty() || numbers.size() > 3) {
            return null;
        }
        Token first = numbers.get(0);
        if (first.digits() == 4) {
            return iso(tokens, numbers, first);
        }
        if (numbers.size() == 1) {
            return DigitDate.day(first.text());
        }
        if (numbers.size() < 3) {
            return null;
        }
        int a = first.value();
        int b = numbers.get(1).value();
        Token year = numbers.get(2);
        boolean short8601 =
                tokens.stream().anyMatch(token -> token.is("-")) && first.digits() == 2 && year.digits() == 2;
        if (a > 31 || short8601 && b <= 12 && year.value() <= 31) {
            return date(first, b, year.value()); // 04-05-28
        }
        boolean slashes = tokens.stream().anyMatch(token -> token.is("/"));
        boolean monthFirst = slashes && !dayFirst ? a <= 12 : b > 12;
        return monthFirst ? date(year, a, b) : date(year, b, a);
    }

    private static @Nullable LocalDate iso(List<Token> tokens, List<Token> numbers, Token year) {
        if (!isYear(full(year))) {
            return null; // also for ordinal and week dates, 0612-026
        }
        if (numbers.size() == 1) {
            return tokens.size() == 1 ? date(year, 1, 1) : null;
        }
        Token second = numbers.get(1);
        boolean weeks = tokens.stream().anyMatch(token -> token.is("w"));
        if (weeks) {
            return numbers.size() == 2 && second.digits() == 3
                    ? week(year, second.value() / 10, second.value() % 10)
                    : week(
                            year,
                            second.value(),
                            numbers.size() == 3 ? numbers.get(2).value() : 1);
        }
        if (numbers.size() == 2) {
            return second.digits() == 3
                    ? LocalDate.ofYearDay(year.value(), second.value())
                    : date(year, second.value(), 1);
        }
        int day = numbers.get(2).value();
        if (OtherCalendars.isSolar(year.value())) {
            return OtherCalendars.solar(year.value(), second.value(), day);
        }
        boolean swapped = second.value() > 12 && day <= 12;
        return swapped ? date(year, day, second.value()) : date(year, second.value(), day);
    }

    /** ISO 8601 week dates: the week with the 4th of January is the first. */
    private static @Nullable LocalDate week(Token year, int week, int day) {
        LocalDate date = LocalDate.of(year.value(), 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
                .with(ChronoField.DAY_OF_WEEK, day);
        return isYear(date.getYear()) ? date : null;
    }

    private static @Nullable LocalDate date(Token year, int month, int day) {
        int full = full(year);
        return !isYear(full) || month < 1 || day < 1 ? null : LocalDate.of(full, month, day);
    }

    private static boolean isYear(int full) {
        return full >= 1000 && full <= 9999;
    }

    private static int full(Token year) {
        int number = year.value();
        return switch (year.digits()) {
            case 1, 2 -> number + (number < 50 ? 2000 : 1900);
            case 3 -> number + 1900; // RFC 5322 §4.3
            default -> OtherCalendars.gregorian(number);
        };
    }
}
