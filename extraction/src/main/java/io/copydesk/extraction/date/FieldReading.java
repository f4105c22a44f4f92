package io.copydesk.extraction.date;

import io.copydesk.extraction.date.DateTokens.Token;
import io.copydesk.extraction.date.FieldSpelling.Plain;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a field's tokens: the time is found by its colon, the zone after it, and the rest is the day. Steps that find what cannot be a
 * date throw {@link java.time.DateTimeException} or return {@code null}.
 */
final class FieldReading {

    private static final int MAX_ZONE = 5;
    /** Tokens of the longest name of a region: america/north_dakota/new_salem. */
    private static final int MAX_REGION = 9;

    private final List<Token> tokens;
    private final Plain plain;
    private final List<Token> day = new ArrayList<>();
    private final DateHint hint;
    private final @Nullable Clock clock;
    private @Nullable ZoneId zone;

    FieldReading(List<Token> tokens, Plain plain, DateHint hint) {
        this.tokens = tokens;
        this.plain = plain;
        this.hint = hint;
        this.clock = Clock.inField(tokens);
    }

    @Nullable
    WrittenDate read() {
        if (tokens.size() == 1 && tokens.get(0).isNumber()) {
            return DigitDate.read(tokens.get(0).text());
        }
        int next = 0;
        if (clock != null) {
            day.addAll(tokens.subList(0, clock.start()));
            next = zone(clock.end(), clock.hasSeconds());
        }
        day.addAll(tokens.subList(next, tokens.size()));
        LocalDate date = FieldDay.of(day, clock != null, hint);
        return date == null ? null : clock == null ? WrittenDate.day(date) : at(date, clock);
    }

    private WrittenDate at(LocalDate date, Clock found) {
        LocalDateTime time = found.hour() == 24 && found.minute() == 0 && found.second() == 0
                ? date.plusDays(1).atStartOfDay()
                // A leap second has no place in java.time.
                : date.atTime(LocalTime.of(
                        found.hour(), found.minute(), found.second() == 60 ? 59 : found.second(), found.nano()));
        ZoneId written = zone != null ? zone : Zones.named(plain.comment());
        ZoneId at = written == null && plain.korean() ? ZoneOffset.ofHours(9) : written;
        return new WrittenDate(
                time.toLocalDate(),
                time.toLocalTime(),
                at == null ? null : at.getRules().getOffset(time));
    }

    /** Reads the zone that may start at {@code from}; returns where the rest starts. */
    private int zone(int from, boolean seconds) {
        int at = from;
        if (is(at, ",") || is(at, ";")) {
            at++;
        }
        if (at + 2 < tokens.size() && is(at + 1, "/") && tokens.get(at).isWord()) {
            return region(at);
        }
        if (at < tokens.size() && tokens.get(at).isWord()) {
            String word = tokens.get(at).text();
            boolean letter = word.length() == 1 && !word.equals("z");
            // "10:15 h" and "10:15 u" say hours.
            zone = letter && !seconds ? null : Zones.named(word);
            boolean unknown = zone == null
                    && word.length() <= MAX_ZONE
                    && MonthNames.of(word, hint.language()).isEmpty();
            at += zone != null || unknown && !DateWords.FILLERS.contains(word) ? 1 : 0;
        }
        return numeric(at);
    }

    /** {@code europe/berlin}, {@code america/indiana/knox}, {@code etc/gmt+5}: the longest that is known. */
    private int region(int from) {
        int end = from;
        StringBuilder name = new StringBuilder();
        for (Token token : tokens.subList(from, Math.min(tokens.size(), from + MAX_REGION))) {
            name.append(token.text());
            ZoneId region = Zones.region(name.toString());
            if (region != null) {
                zone = region;
                end = tokens.indexOf(token) + 1;
            }
        }
        return end;
    }

    private int numeric(int at) {
        Zones.Offset found = Zones.offset(tokens, at);
        if (found == null) {
            return at;
        }
        zone = found.offset();
        // (CET) or CET after it says the same again.
        boolean again = found.end() < tokens.size()
                && Zones.named(tokens.get(found.end()).text()) != null;
        return again ? found.end() + 1 : found.end();
    }

    private boolean is(int at, String mark) {
        return at < tokens.size() && tokens.get(at).is(mark);
    }
}
