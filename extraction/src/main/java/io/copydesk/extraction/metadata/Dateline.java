package io.copydesk.extraction.metadata;

import io.copydesk.extraction.date.DateHint;
import io.copydesk.extraction.date.DateReader;
import io.copydesk.extraction.date.DateReader.Found;
import io.copydesk.extraction.date.WrittenDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The date that a first paragraph opens with: {@code PORT HAVEN, 3 March 2026 – The ferry …}, {@code Port Haven, 3 March 2026. The …}. Stateless. */
final class Dateline {

    private static final int MAX = 60;
    private static final Pattern UP_TO_DASH = Pattern.compile("(.{8,}?)\\s[-–—]\\s");
    /** A place in front of the date of a dateline without a dash, and perhaps an article. */
    private static final Pattern PLACE =
            Pattern.compile("(?:\\p{Lu}[\\p{L}\\p{M} .'’-]{1,30}[,(]\\s*)?(?:\\p{Ll}{1,4}\\s+)?");

    private static final Pattern END = Pattern.compile("\\s?[).:–—-]\\s?");

    private Dateline() {}

    /**
     * The date, {@code null} when the paragraph opens with none.
     *
     * @param paragraph more than 60 characters
     */
    static @Nullable WrittenDate of(String paragraph, DateHint hint, Predicate<WrittenDate> believable) {
        Matcher opening = UP_TO_DASH.matcher(paragraph).region(0, MAX);
        if (opening.lookingAt() && DateReader.hasDigit(opening.group(1))) {
            return DateReader.findAll(opening.group(1), hint).stream()
                    .map(Found::date)
                    .filter(date -> date != null && believable.test(date))
                    .findFirst()
                    .orElse(null);
        }
        String start = paragraph.substring(0, MAX);
        List<Found> found = DateReader.hasDigit(start) ? DateReader.findAll(start, hint) : List.of();
        if (found.isEmpty() || !isAlone(start, found.get(0))) {
            return null;
        }
        WrittenDate date = found.get(0).date();
        return date != null && believable.test(date) ? date : null;
    }

    /** Whether nothing but a place is in front of the date, and a mark behind it. */
    private static boolean isAlone(String start, Found found) {
        return PLACE.matcher(start.substring(0, found.start())).matches()
                && END.matcher(start).region(found.end(), start.length()).lookingAt();
    }
}
