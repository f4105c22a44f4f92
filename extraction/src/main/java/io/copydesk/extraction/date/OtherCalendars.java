package io.copydesk.extraction.date;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Days of the calendars of Thailand and Iran. Thai years are those of the Gregorian calendar plus 543. Iranian years begin at the March equinox; their
 * leap years follow the rule of 33 years, which agrees with the calendar from 1244 to 1472. Stateless and thread-safe.
 */
final class OtherCalendars {

    /** Years by which the calendar of Thailand is ahead. */
    private static final int BUDDHIST = 543;

    private static final int MIN_YEAR = 1990;
    private static final int MAX_YEAR = 2100;
    private static final int MIN_SOLAR = 1369;
    private static final int MAX_SOLAR = 1472;

    private static final int ANCHOR_YEAR = 1400;
    private static final LocalDate ANCHOR = LocalDate.of(2021, 3, 21);
    private static final int CYCLE = 33;
    private static final List<Integer> LEAP = List.of(1, 5, 9, 13, 17, 22, 26, 30);

    /** Months of 31 days, which come first. */
    private static final int LONG_MONTHS = 6;

    private static final int MONTHS = 12;
    private static final int YEAR = 365;

    /** The months of Iran, in order. */
    private static final List<String> SOLAR_MONTHS = Stream.of(
                    "فروردین",
                    "اردیبهشت",
                    "خرداد",
                    "تیر",
                    "مرداد",
                    "شهریور",
                    "مهر",
                    "آبان",
                    "آذر",
                    "دی",
                    "بهمن",
                    "اسفند")
            .map(DateWords::fold)
            .collect(Collectors.toUnmodifiableList());

    /** The abbreviated months of Thailand, in order; folded, two would be the same. */
    private static final List<String> THAI_MONTHS =
            List.of("ม.ค", "ก.พ", "มี.ค", "เม.ย", "พ.ค", "มิ.ย", "ก.ค", "ส.ค", "ก.ย", "ต.ค", "พ.ย", "ธ.ค");

    private OtherCalendars() {}

    /** The Gregorian year of a year that the calendar of Thailand counts; the same number when it is none. */
    static int gregorian(int year) {
        return year > BUDDHIST + MIN_YEAR && year < BUDDHIST + MAX_YEAR ? year - BUDDHIST : year;
    }

    /** The Gregorian year of the last two digits of a Thai year. */
    static int ofShortThai(int digits) {
        return 2500 + digits - BUDDHIST;
    }

    /** The number of the month that an abbreviation of Thailand names, with the dot inside it, 0 when it names none. */
    static int shortThaiMonth(String word) {
        return THAI_MONTHS.indexOf(word) + 1;
    }

    /** The number of the Iranian month that a folded word names, 0 when it names none. */
    static int solarMonth(String word) {
        return SOLAR_MONTHS.indexOf(word) + 1;
    }

    /** Whether {@code year} is one of this century or the last in the calendar of Iran. */
    static boolean isSolar(int year) {
        return year >= MIN_SOLAR && year <= MAX_SOLAR;
    }

    /** The day of the Iranian calendar, {@code null} when there is none such. */
    static @Nullable LocalDate solar(int year, int month, int day) {
        if (!isSolar(year) || month < 1 || month > MONTHS || day < 1 || day > daysOf(year, month)) {
            return null;
        }
        long days = 0;
        for (int y = ANCHOR_YEAR; y < year; y++) {
            days += daysOf(y);
        }
        for (int y = year; y < ANCHOR_YEAR; y++) {
            days -= daysOf(y);
        }
        for (int m = 1; m < month; m++) {
            days += daysOf(year, m);
        }
        return ANCHOR.plusDays(days + day - 1);
    }

    private static int daysOf(int year, int month) {
        if (month <= LONG_MONTHS) {
            return 31;
        }
        return month < MONTHS || isLeap(year) ? 30 : 29;
    }

    private static int daysOf(int year) {
        return isLeap(year) ? YEAR + 1 : YEAR;
    }

    private static boolean isLeap(int year) {
        return LEAP.contains(year % CYCLE);
    }
}
