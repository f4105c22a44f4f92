package io.copydesk.extraction.metadata;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In which order the dates of a page in digits name day and month, as far as a number above twelve tells it. Not thread-safe. */
final class DayOrder {

    private static final Pattern SLASHES = Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/[0-9]{4}");
    private static final int MONTHS = 12;

    private int dayFirst;
    private int monthFirst;

    void count(String date) {
        Matcher numbers = date.indexOf('/') < 0 ? null : SLASHES.matcher(date);
        if (numbers != null && numbers.find()) {
            boolean day = Integer.parseInt(numbers.group(1)) > MONTHS;
            boolean month = Integer.parseInt(numbers.group(2)) > MONTHS;
            dayFirst += day && !month ? 1 : 0;
            monthFirst += month && !day ? 1 : 0;
        }
    }

    /** Whether a date can only be read with the day first, and none with the month first. */
    boolean isDayFirst() {
        return dayFirst > 0 && monthFirst == 0;
    }

    /** Whether a date can only be read with the month first, and none with the day first. */
    boolean isMonthFirst() {
        return monthFirst > 0 && dayFirst == 0;
    }
}
