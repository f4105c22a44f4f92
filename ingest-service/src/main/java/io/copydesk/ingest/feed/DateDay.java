package io.copydesk.ingest.feed;

import io.copydesk.ingest.feed.DateLexer.Token;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;

/** The day in a date. {@code date} is one of the calendar. */
record DateDay(LocalDate date) {

    /**
     * The day that tokens tell.
     *
     * @param tokens without those of the time and the zone
     * @param timed whether there was a time, behind which words are of no account
     */
    static DateDay of(List<Token> tokens, boolean timed) {
        List<Token> numbers = new ArrayList<>();
        int month = 0;
        int misspelt = 0;
        boolean strange = false;
        for (Token token : tokens) {
            if (token.isNumber()) {
                numbers.add(token);
            } else if (token.isWord() && !isWeek(token, numbers)) {
                int named = DateWords.month(token.text());
                month = named > 0 ? named : month; // "mar, 3 feb": the last one is the month
                misspelt = named == 0 ? Math.max(misspelt, DateWords.misspeltMonth(token.text())) : misspelt;
                strange |= named == 0 && !numbers.isEmpty() && !DateWords.isFiller(token.text());
            }
        }
        if (month == 0 && misspelt > 0 && !numbers.isEmpty()) {
            month = misspelt;
            strange = false;
        }
        LocalDate date = month > 0 ? named(numbers, month) : strange && !timed ? null : numeric(tokens, numbers);
        return date == null ? null : new DateDay(date);
    }

    private static boolean isWeek(Token token, List<Token> numbers) {
        return token.is("w") && numbers.size() == 1;
    }

    private static LocalDate named(List<Token> numbers, int month) {
        if (numbers.isEmpty() || numbers.size() > 3) {
            return null;
        }
        Token first = numbers.get(0);
        if (numbers.size() == 1) {
            return first.digits() == 4 ? date(first, month, 1) : null;
        }
        Token second = numbers.get(1);
        boolean yearFirst = first.digits() > 2 || first.number() > 31 && second.number() <= 31;
        return yearFirst ? date(first, month, second.number()) : date(second, month, first.number());
    }

    private static LocalDate numeric(List<Token> tokens, List<Token> numbers) {
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
        int a = first.number();
        int b = numbers.get(1).number();
        Token year = numbers.get(2);
        boolean short8601 =
                tokens.stream().anyMatch(token -> token.is("-")) && first.digits() == 2 && year.digits() == 2;
        if (a > 31 || short8601 && b <= 12 && year.number() <= 31) {
            return date(first, b, year.number()); // 04-05-28
        }
        boolean slashes = tokens.stream().anyMatch(token -> token.is("/"));
        boolean monthFirst = slashes ? a <= 12 : b > 12;
        return monthFirst ? date(year, a, b) : date(year, b, a);
    }

    private static LocalDate iso(List<Token> tokens, List<Token> numbers, Token year) {
        if (numbers.size() == 1) {
            return tokens.size() == 1 ? date(year, 1, 1) : null;
        }
        Token second = numbers.get(1);
        boolean weeks = tokens.stream().anyMatch(token -> token.is("w"));
        if (weeks) {
            return numbers.size() == 2 && second.digits() == 3
                    ? week(year, second.number() / 10, second.number() % 10)
                    : week(
                            year,
                            second.number(),
                            numbers.size() == 3 ? numbers.get(2).number() : 1);
        }
        if (numbers.size() == 2) {
            return second.digits() == 3
                    ? LocalDate.ofYearDay(year.number(), second.number())
                    : date(year, second.number(), 1);
        }
        int day = numbers.get(2).number();
        boolean swapped = second.number() > 12 && day <= 12;
        return swapped ? date(year, day, second.number()) : date(year, second.number(), day);
    }

    /** ISO 8601 week dates: the week with the 4th of January is the first. */
    static LocalDate week(Token year, int week, int day) {
        return LocalDate.of(year.number(), 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
                .with(ChronoField.DAY_OF_WEEK, day);
    }

    private static LocalDate date(Token year, int month, int day) {
        int number = year.number();
        int full = switch (year.digits()) {
            case 1, 2 -> number + (number < 50 ? 2000 : 1900);
            case 3 -> number + 1900; // RFC 5322 §4.3
            default -> number;
        };
        return full < 1000 || full > 9999 || month < 1 || day < 1 ? null : LocalDate.of(full, month, day);
    }
}
