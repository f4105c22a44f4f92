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

/** The date in a URL's path: {@code /2024/10/18/}, {@code /2024-10-18-}, {@code /20241018/}, {@code /2024/oct/18/}. */
final class UrlDate {

    private static final Pattern DATE = Pattern.compile(
            "(?<![0-9])(?:(19[9][0-9]|20[0-9]{2})([/_-])([01]?[0-9])\\2([0-3]?[0-9])|(20[0-9]{2})([01][0-9])([0-3][0-9]))(?![0-9])");

    private static final Pattern NAMED =
            Pattern.compile("/((?:19[9][0-9]|20[0-9]{2})/[a-z]{3,9}/[0-3]?[0-9])(?![0-9])", Pattern.CASE_INSENSITIVE);

    private UrlDate() {}

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
        Matcher named = NAMED.matcher(url);
        return named.find()
                ? DateReader.read(named.group(1).replace('/', ' '), new DateHint(null, true))
                        .map(WrittenDate::date)
                : Optional.empty();
    }
}
