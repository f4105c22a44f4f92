package io.copydesk.enrich.sketch;

import io.copydesk.extraction.date.DateHint;
import io.copydesk.extraction.date.DateReader;
import io.copydesk.extraction.date.WrittenDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The day that a text gives for itself: a date in a short line among its first. Dates in sentences are those of other events. */
final class DateLine {

    /** Lines that are read, and the most characters of one that is no sentence. */
    private static final int LINES = 4;

    private static final int LONGEST = 80;

    private DateLine() {}

    /** Midnight, UTC, of the day in milliseconds since 1970; {@code null} for none. */
    static @Nullable Long millis(@Nullable String body, String language) {
        int begin = 0;
        for (int line = 0; body != null && line < LINES && begin < body.length(); line++) {
            int next = body.indexOf('\n', begin);
            int end = next < 0 ? body.length() : next;
            if (end > begin && end - begin <= LONGEST) {
                List<DateReader.Found> found =
                        DateReader.findAll(body.substring(begin, end), new DateHint(language, !language.equals("en")));
                Optional<WrittenDate> date = found.stream().findFirst().map(DateReader.Found::date);
                if (date.isPresent()) {
                    return date.get()
                            .date()
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .toEpochMilli();
                }
            }
            begin = end + 1;
        }
        return null;
    }
}
