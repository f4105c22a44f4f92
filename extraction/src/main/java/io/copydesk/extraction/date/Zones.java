package io.copydesk.extraction.date;

import io.copydesk.extraction.resource.ResourceLines;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Zones in dates: the abbreviations of {@code zones.txt}, regions of the IANA database, numeric offsets. */
final class Zones {

    private record Named(ZoneId zone, boolean fieldsOnly) {}

    private static final Map<String, Named> NAMED = named();
    private static final Map<String, String> REGIONS = ZoneId.getAvailableZoneIds().stream()
            .filter(region -> region.indexOf('/') > 0)
            .collect(Collectors.toUnmodifiableMap(region -> region.toLowerCase(Locale.ROOT), region -> region));

    private Zones() {}

    /** The zone that an abbreviation in lower case stands for, {@code null} when it is unknown. */
    static @Nullable ZoneId named(String abbreviation) {
        Named named = NAMED.get(abbreviation);
        return named == null ? null : named.zone();
    }

    /** The same in running text: only in capitals ("et" is a French word), and without those that mean several things there. */
    static @Nullable ZoneId inProse(String word) {
        Named named = NAMED.get(word.toLowerCase(Locale.ROOT));
        return named == null || named.fieldsOnly() || !word.equals(word.toUpperCase(Locale.ROOT)) ? null : named.zone();
    }

    /** The region of a name in lower case ({@code europe/berlin}), {@code null} when it is unknown. */
    static @Nullable ZoneId region(String name) {
        String region = REGIONS.get(name);
        return region == null ? null : ZoneId.of(region);
    }

    /**
     * A numeric offset.
     *
     * @param digits {@code 5}, {@code 05}, {@code 530}, {@code 0530}
     * @param minutes those after a colon, 0 when there is none
     * @throws java.time.DateTimeException when there is no such offset
     */
    static ZoneOffset numeric(boolean east, String digits, int minutes) {
        String kept = digits.length() > 4 ? digits.substring(0, 4) : digits;
        int number = Integer.parseInt(kept);
        int hours = kept.length() > 2 ? number / 100 : number;
        int rest = kept.length() > 2 ? number % 100 : minutes;
        return ZoneOffset.ofHoursMinutes(east ? hours : -hours, east ? rest : -rest);
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
