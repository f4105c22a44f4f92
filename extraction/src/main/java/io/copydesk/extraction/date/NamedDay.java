package io.copydesk.extraction.date;

import io.copydesk.extraction.date.DateTokens.Token;
import io.copydesk.extraction.resource.ResourceLines;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The day that a year, the name of a month and a day of the month mean, with the weekdays of {@code weekdays.txt}. */
final class NamedDay {

    private static final Map<String, DayOfWeek> WEEKDAYS = weekdays();

    private NamedDay() {}

    /**
     * The days of the calendar that are meant: none, one, or several when nothing decides between the months. Of several the one counts that falls
     * on a weekday that is named beside it.
     *
     * @param months what the name of the month can mean
     * @param beside words before and after the date
     */
    static List<LocalDate> of(int year, List<Integer> months, int day, List<Token> beside) {
        List<LocalDate> days = months.stream()
                .map(month -> YearMonth.of(year, month))
                .filter(month -> month.isValidDay(day))
                .map(month -> month.atDay(day))
                .toList();
        if (days.size() < 2) {
            return days;
        }
        List<LocalDate> agreeing = days.stream()
                .filter(each -> beside.stream()
                        .anyMatch(token -> each.getDayOfWeek() == WEEKDAYS.get(DateWords.fold(token.text()))))
                .toList();
        return agreeing.size() == 1 ? agreeing : days;
    }

    private static Map<String, DayOfWeek> weekdays() {
        Map<String, DayOfWeek> weekdays = new HashMap<>();
        for (String line : ResourceLines.of(NamedDay.class, "weekdays.txt")) {
            DayOfWeek day = DayOfWeek.of(line.charAt(0) - '0');
            for (String word : line.substring(2).strip().split(" ")) {
                weekdays.put(DateWords.fold(word), day);
            }
        }
        return Map.copyOf(weekdays);
    }
}
