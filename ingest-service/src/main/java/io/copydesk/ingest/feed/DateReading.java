package io.copydesk.ingest.feed;

import io.copydesk.ingest.feed.DateLexer.Token;
import io.copydesk.ingest.feed.DateSpelling.Plain;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One reading of a date's tokens: the time is found by its colon, the zone behind it, and what is left is the day.
 * Steps that find what cannot be a date throw {@link java.time.DateTimeException} or return {@code null}.
 */
final class DateReading {

    private final List<Token> tokens;
    private final Plain plain;
    private final List<Token> day = new ArrayList<>();
    private DateClock clock;
    private ZoneOffset offset;
    private String region;

    DateReading(List<Token> tokens, Plain plain) {
        this.tokens = tokens;
        this.plain = plain;
    }

    Optional<String> read() {
        if (tokens.size() == 1 && tokens.get(0).isNumber()) {
            return DigitDate.read(tokens.get(0).text());
        }
        clock = DateClock.find(tokens);
        int next = 0;
        if (clock != null) {
            day.addAll(tokens.subList(0, clock.from()));
            next = zone(clock.to());
        }
        day.addAll(tokens.subList(next, tokens.size()));
        DateDay reading = DateDay.of(day, clock != null);
        if (reading == null) {
            return Optional.empty();
        }
        LocalDate date = reading.date();
        return clock == null ? Optional.of(date.toString()) : Optional.of(at(date, clock));
    }

    private String at(LocalDate date, DateClock found) {
        LocalDateTime time = found.hour() == 24 && found.minute() == 0 && found.second() == 0
                ? date.plusDays(1).atStartOfDay()
                // A leap second has no place in java.time.
                : date.atTime(LocalTime.of(
                        found.hour(), found.minute(), found.second() == 60 ? 59 : found.second(), found.nano()));
        ZoneOffset zone = region != null ? FeedZone.region(region, time) : offset;
        if (zone == null) {
            ZoneOffset named = FeedZone.named(plain.comment());
            zone = named != null ? named : plain.korean() ? ZoneOffset.ofHours(9) : ZoneOffset.UTC;
        }
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atOffset(zone));
    }

    /** Reads the zone that may start at {@code from}; returns where the rest starts. */
    private int zone(int from) {
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
            boolean seconds = clock.to() - clock.from() >= 5;
            offset = letter && !seconds ? null : FeedZone.named(word);
            boolean unknown = offset == null && word.length() <= 5 && DateWords.month(word) == 0;
            at += offset != null || unknown && !DateWords.isFiller(word) ? 1 : 0;
        }
        return numeric(at);
    }

    /** {@code europe/berlin}, {@code america/indiana/knox}, {@code etc/gmt+5}: the longest that is known. */
    private int region(int from) {
        int end = from;
        for (int to = from + 3; to <= Math.min(tokens.size(), from + 7); to++) {
            String name = text(from, to);
            if (FeedZone.isRegion(name)) {
                region = name;
                end = to;
            }
        }
        return end;
    }

    private int numeric(int at) {
        boolean signed = is(at, "+") || is(at, "-");
        if (!signed
                || at + 1 >= tokens.size()
                || !tokens.get(at + 1).isNumber()
                || !tokens.get(at + 1).glued()) {
            return at;
        }
        int minutes = 0;
        int next = at + 2;
        if (is(next, ":") && next + 1 < tokens.size() && tokens.get(next + 1).isNumber()) {
            minutes = tokens.get(next + 1).number();
            next += 2;
        }
        boolean hungDate = tokens.get(at + 1).digits() <= 2 && next < tokens.size() && is(next, "-");
        if (hungDate) {
            return at; // 10:15-03-04-2026
        }
        offset = FeedZone.numeric(is(at, "+"), tokens.get(at + 1).text(), minutes);
        // (CET) or CET after it says the same again.
        boolean again = next < tokens.size() && FeedZone.named(tokens.get(next).text()) != null;
        return again ? next + 1 : next;
    }

    private boolean is(int at, String mark) {
        return at < tokens.size() && tokens.get(at).is(mark);
    }

    private String text(int from, int to) {
        StringBuilder out = new StringBuilder();
        tokens.subList(from, Math.min(to, tokens.size())).forEach(token -> out.append(token.text()));
        return out.toString();
    }
}
