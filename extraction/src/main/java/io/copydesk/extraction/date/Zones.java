package io.copydesk.extraction.date;

import io.copydesk.extraction.date.DateTokens.Token;
import io.copydesk.extraction.resource.ResourceLines;
import io.copydesk.schemas.LowerCase;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Zones in dates: the abbreviations of {@code zones.txt}, regions of the IANA database, numeric offsets. */
final class Zones {

    private static final String SIGNS = "+-−";

    /** A numeric offset and the token after it. */
    record Offset(ZoneOffset offset, int end) {}

    private record Named(ZoneId zone, boolean fieldsOnly) {}

    private static final Map<String, Named> NAMED = named();
    private static final Map<String, String> REGIONS = ZoneId.getAvailableZoneIds().stream()
            .filter(region -> region.indexOf('/') > 0)
            .collect(Collectors.toUnmodifiableMap(LowerCase::of, region -> region));

    private Zones() {}

    /** The zone that an abbreviation in lower case stands for, {@code null} when it is unknown. */
    static @Nullable ZoneId named(String abbreviation) {
        Named named = NAMED.get(abbreviation);
        return named == null ? null : named.zone();
    }

    /** The same in running text: only in capitals ("et" is a French word), and without those that mean several things there. */
    static @Nullable ZoneId inProse(String word) {
        Named named = NAMED.get(LowerCase.of(word));
        return named == null || named.fieldsOnly() || !word.equals(word.toUpperCase(Locale.ROOT)) ? null : named.zone();
    }

    /** The region of a name in lower case ({@code europe/berlin}), {@code null} when it is unknown. */
    static @Nullable ZoneId region(String name) {
        String region = REGIONS.get(name);
        return region == null ? null : ZoneId.of(region);
    }

    /**
     * The numeric offset at token {@code i}: {@code +5}, {@code +05}, {@code +530}, {@code +0530}, {@code +05:30}; {@code null} when there is none.
     *
     * @throws java.time.DateTimeException when there is no such offset
     */
    static @Nullable Offset offset(List<Token> t, int i) {
        if (i + 1 >= t.size()
                || SIGNS.indexOf(t.get(i).text()) < 0
                || !t.get(i + 1).isNumber()
                || !t.get(i + 1).glued()) {
            return null;
        }
        String digits = t.get(i + 1).text();
        int end = i + 2;
        if (digits.length() > 2) {
            int number = Integer.parseInt(digits.substring(0, Math.min(4, digits.length())));
            return new Offset(offset(t.get(i), number / 100, number % 100), end);
        }
        int minutes = 0;
        if (end + 1 < t.size() && t.get(end).is(":") && t.get(end + 1).isNumber()) {
            minutes = t.get(end + 1).value();
            end += 2;
        }
        boolean dateFollows = end < t.size() && t.get(end).is("-") && t.get(end).glued(); // 10:15-03-04-2026
        return dateFollows ? null : new Offset(offset(t.get(i), t.get(i + 1).value(), minutes), end);
    }

    private static ZoneOffset offset(Token sign, int hours, int minutes) {
        int east = sign.is("+") ? 1 : -1;
        return ZoneOffset.ofHoursMinutes(east * hours, east * minutes);
    }

    private static Map<String, Named> named() {
        Map<String, Named> named = new HashMap<>();
        for (String line : ResourceLines.of(Zones.class, "zones.txt")) {
            int space = line.indexOf(' ');
            String word = line.substring(0, space);
            boolean fieldsOnly = word.endsWith("?") || word.length() == 1 && !word.equals("z");
            named.put(word.replace("?", ""), new Named(ZoneId.of(line.substring(space + 1)), fieldsOnly));
        }
        return Map.copyOf(named);
    }
}
