package io.copydesk.extraction.date;

import io.copydesk.extraction.date.DateTokens.Token;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates in running text and in fields: ISO 8601, RFC 822 and its successors, RFC 850, asctime, Unix times, and what people and content systems
 * write in many languages ({@code Oct.08 - 2024 2:42 PM CET}, {@code 18. Oktober 2024, 12:35 Uhr}, {@code 2024年10月8日}). Stateless, thread-safe,
 * never throws.
 *
 * <p>A month's name that means two months (listopada: November in Polish, October in Croatian) is read by the language of the {@link DateHint}, else
 * by the weekday beside it, else by the only month that has such a day; if none of these decides, the date is refused.
 */
public final class DateReader {

    private static final int MAX_TEXT = 2000;
    private static final int MAX_LINE = 200;
    private static final DateHint NO_HINT = new DateHint(null, true);

    private DateReader() {}

    /**
     * A date found in a text.
     *
     * @param date {@code null} when the name of its month means several months and nothing decides between them
     * @param start first character of it
     * @param end one after the last
     */
    public record Found(@Nullable WrittenDate date, int start, int end) {}

    /** The first date in the first {@value #MAX_LINE} characters of {@code text}; none when that one is ambiguous. */
    public static Optional<WrittenDate> read(@Nullable String text, DateHint hint) {
        List<Found> found = text == null ? List.of() : findAll(line(text), hint);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(found.get(0).date());
    }

    /** Whether the first {@value #MAX_LINE} characters of {@code text} contain a date, ambiguous or not. */
    public static boolean hasDate(String text) {
        return !findAll(line(text), NO_HINT).isEmpty();
    }

    /** All dates in the first {@value #MAX_TEXT} characters of {@code text}, in order, none overlapping. */
    public static List<Found> findAll(String text, DateHint hint) {
        if (!hasDigit(text)) {
            return List.of();
        }
        List<Token> tokens = DateTokens.of(text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text);
        ProseDay days = new ProseDay(tokens, hint);
        List<Found> all = new ArrayList<>();
        int i = 0;
        int taken = 0;
        while (i < tokens.size()) {
            ProseDay.Day day = days.at(i);
            if (day == null) {
                i++;
                continue;
            }
            ProseClock.Time clock = ProseClock.after(tokens, day.end(), day.earliest());
            int start = day.start();
            int end = day.end();
            if (clock != null) {
                end = clock.end();
            } else {
                clock = ProseClock.before(tokens, day.start(), day.earliest());
                clock = clock != null && clock.start() < taken ? null : clock;
                start = clock == null ? start : clock.start();
            }
            all.add(new Found(
                    written(day, clock),
                    tokens.get(start).start(),
                    tokens.get(end - 1).end()));
            i = end;
            taken = end;
        }
        return all;
    }

    private static @Nullable WrittenDate written(ProseDay.Day day, ProseClock.@Nullable Time clock) {
        if (day.dates().size() > 1) {
            return null;
        }
        return clock == null
                ? new WrittenDate(day.earliest(), null, null)
                : new WrittenDate(day.earliest(), clock.time(), clock.offset());
    }

    /**
     * A field that is a date as a whole, as in feeds and sitemaps; of a month or a year the first day. Unlike in running text there may be no year in
     * four digits, no day, any word for a zone, and what means nothing is skipped: 3/4/2026 is the 4th of March, or the 3rd of April where the
     * language has the day first, as 3.4.2026 is everywhere, zones of one letter are those of RFC 822 section 5.1, two digits are a year from 1950 to
     * 2049. Empty when {@code field} is {@code null}, longer than {@value #MAX_LINE} characters or no date.
     *
     * @param language BCP 47 tag, {@code null} when unknown
     */
    public static Optional<WrittenDate> readField(@Nullable String field, @Nullable String language) {
        if (field == null
                || field.isBlank()
                || field.length() > MAX_LINE && field.strip().length() > MAX_LINE) {
            return Optional.empty();
        }
        try {
            WrittenDate serialised = DigitDate.serialised(field.strip());
            if (serialised != null) {
                return Optional.of(serialised);
            }
            FieldSpelling.Plain plain = FieldSpelling.of(field);
            List<Token> tokens = DateTokens.of(plain.text());
            return Optional.ofNullable(new FieldReading(tokens, plain, DateHint.ofField(language)).read());
        } catch (DateTimeException noSuchDate) {
            return Optional.empty();
        }
    }

    /** An instant written as seconds or milliseconds since 1970, and nothing else. */
    public static Optional<WrittenDate> readUnix(String text) {
        return Optional.ofNullable(DigitDate.unix(text.strip()));
    }

    /** Whether {@code text} has a digit where dates are looked for; without one it has no date. */
    public static boolean hasDigit(String text) {
        for (int i = 0; i < Math.min(text.length(), MAX_TEXT); i++) {
            if (Character.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a month has a name in {@code language} that means another month elsewhere; only there it matters to pass the language. */
    public static boolean isDecisive(@Nullable String language) {
        return MonthNames.isDecisive(new DateHint(language, true).language());
    }

    private static String line(String text) {
        return text.length() > MAX_LINE ? text.substring(0, MAX_LINE) : text;
    }
}
