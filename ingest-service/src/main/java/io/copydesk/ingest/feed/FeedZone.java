package io.copydesk.ingest.feed;

import io.copydesk.extraction.resource.ResourceLines;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Zones in dates: numeric offsets, the abbreviations of the data file {@code zones.txt}, and regions. */
final class FeedZone {

    private static final Map<String, ZoneOffset> NAMED = new HashMap<>();
    private static final Map<String, String> REGIONS = new HashMap<>();

    static {
        for (String line : ResourceLines.of(FeedZone.class, "zones.txt")) {
            String[] parts = line.split(" +");
            NAMED.put(parts[0], ZoneOffset.of(parts[1]));
        }
        for (String region : ZoneId.getAvailableZoneIds()) {
            if (region.indexOf('/') > 0) {
                REGIONS.put(region.toLowerCase(Locale.ROOT), region);
            }
        }
    }

    private FeedZone() {}

    /** The offset that an abbreviation stands for, {@code null} when it is unknown. */
    static ZoneOffset named(String abbreviation) {
        return NAMED.get(abbreviation);
    }

    /** The offset of a region such as {@code europe/berlin} at a time, {@code null} when it is unknown. */
    static ZoneOffset region(String name, LocalDateTime time) {
        String region = REGIONS.get(name);
        return region == null ? null : ZoneId.of(region).getRules().getOffset(time);
    }

    static boolean isRegion(String name) {
        return REGIONS.containsKey(name);
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
}
