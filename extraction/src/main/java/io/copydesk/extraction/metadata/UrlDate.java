package io.copydesk.extraction.metadata;

import io.copydesk.extraction.date.DateHint;
import io.copydesk.extraction.date.DateReader;
import io.copydesk.extraction.date.WrittenDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The date in a URL's path: {@code /2024/10/18/}, {@code /2024-10-18-}, {@code /20241018/}, {@code /2024/oct/18/}, {@code /2024/world/10/18/}, {@code /18-10-2024}. */
final class UrlDate {

    private static final Pattern DATE = Pattern.compile(
            "(?<![0-9])(?:(19[9][0-9]|20[0-9]{2})([/_-])([01]?[0-9])\\2([0-3]?[0-9])|(20[0-9]{2})([01][0-9])([0-3][0-9]))(?![0-9])");

    /** Year, section, month and day: {@code /2013/middle_east/8/3/}. */
    private static final Pattern SECTION = Pattern.compile(
            "/((?:199|20[0-9])[0-9])/[a-z][a-z_-]{1,30}/([01]?[0-9])/([0-3]?[0-9])(?=/|$)", Pattern.CASE_INSENSITIVE);

    /** Day, month and year: {@code /03-03-2026}. */
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<![0-9-])([0-3]?[0-9])([-_.])([01]?[0-9])\\2((?:199|20[0-9])[0-9])(?![0-9-])");

    private static final Pattern NAMED =
            Pattern.compile("/((?:19[9][0-9]|20[0-9]{2})/[a-z]{3,9}/[0-3]?[0-9])(?![0-9])", Pattern.CASE_INSENSITIVE);

    private UrlDate() {}

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    static Optional<LocalDate> of(@Nullable String url) {
        if (url == null || url.length() > 2000) {
            return Optional.empty();
        }
        Matcher m = DATE.matcher(url);
        while (m.find()) {
            int g = m.group(1) != null ? 1 : 5;
            int skip = g == 1 ? 1 : 0;
            try {
                return Optional.of(LocalDate.of(
                        Integer.parseInt(m.group(g)),
                        Integer.parseInt(m.group(g + 1 + skip)),
                        Integer.parseInt(m.group(g + 2 + skip))));
            } catch (DateTimeException e) {
                continue;
            }
        }
        Matcher section = SECTION.matcher(url);
        if (section.find()) {
            return day(section.group(1), section.group(2), section.group(3));
        }
        Matcher dayFirst = DAY_FIRST.matcher(url);
        if (dayFirst.find()) {
            return day(dayFirst.group(4), dayFirst.group(3), dayFirst.group(1));
        }
        Matcher named = NAMED.matcher(url);
        return named.find()
                ? DateReader.read(named.group(1).replace('/', ' '), new DateHint(null, true))
                        .map(WrittenDate::date)
                : Optional.empty();
    }
}
