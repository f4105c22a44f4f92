package io.copydesk.ingest.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;

/** Zones in dates: numeric offsets, and the abbreviations of the data file {@code zones.txt}. */
final class FeedZone {

    private static final String FILE = "zones.txt";
    private static final Map<String, ZoneOffset> NAMED = load();

    private FeedZone() {}

    /** The offset that follows; UTC when none does or its name is unknown. */
    static ZoneOffset read(DateTokens tokens) {
        tokens.skipAny(" (");
        ZoneOffset named = NAMED.getOrDefault(tokens.word(), ZoneOffset.UTC);
        boolean east = tokens.skip('+');
        if (!east && !tokens.skip('-')) {
            return named;
        }
        int digits = tokens.digits();
        int number = tokens.number(1, 4);
        int hours = digits > 2 ? number / 100 : number;
        int minutes = digits > 2 ? number % 100 : 0;
        if (tokens.skip(':')) {
            minutes = tokens.number(2, 2);
        }
        if (number < 0 || minutes < 0) {
            return named;
        }
        return ZoneOffset.ofHoursMinutes(east ? hours : -hours, east ? minutes : -minutes);
    }

    private static Map<String, ZoneOffset> load() {
        try (InputStream in = FeedZone.class.getResourceAsStream(FILE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.strip().split(" +"))
                    .collect(Collectors.toUnmodifiableMap(parts -> parts[0], parts -> ZoneOffset.of(parts[1])));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The resource " + FILE + " cannot be read", unreadable);
        }
    }
}
