package io.copydesk.extraction.date;

import io.copydesk.extraction.resource.ResourceLines;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Month names and zone abbreviations, from {@code months.txt} and {@code zones.txt}. */
final class DateWords {

    private static final Map<String, Integer> MONTHS = months();
    private static final Map<String, String> ZONES = zones();

    private DateWords() {}

    /** 1–12, or 0 when {@code word} names no month. */
    static int month(String word) {
        return MONTHS.getOrDefault(fold(word), 0);
    }

    static boolean isZone(String word) {
        // Two letters are a zone only in capitals: "et" is a French word.
        return ZONES.containsKey(word.toLowerCase(Locale.ROOT)) && (word.equals(word.toUpperCase(Locale.ROOT)));
    }

    /** The offset {@code word} stands for at that time of that day. */
    static ZoneOffset offset(String word, LocalDate date, LocalTime time) {
        String zone = ZONES.get(word.toLowerCase(Locale.ROOT));
        try {
            return zone.indexOf('/') > 0
                    ? ZoneId.of(zone).getRules().getOffset(LocalDateTime.of(date, time))
                    : ZoneOffset.of(zone);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String fold(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            if (lower.charAt(i) > 127) {
                String plain = Normalizer.normalize(lower, Normalizer.Form.NFKD);
                StringBuilder out = new StringBuilder(plain.length());
                plain.chars()
                        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                        .forEach(c -> out.append((char) c));
                return out.toString().replace("ı", "i").replace("ł", "l");
            }
        }
        return lower;
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (String line : ResourceLines.of(DateWords.class, "months.txt")) {
            int colon = line.indexOf(':');
            int month = Integer.parseInt(line.substring(0, colon));
            for (String word : line.substring(colon + 1).strip().split(" +")) {
                months.putIfAbsent(fold(word), month);
            }
        }
        return Map.copyOf(months);
    }

    private static Map<String, String> zones() {
        Map<String, String> zones = new HashMap<>();
        for (String line : ResourceLines.of(DateWords.class, "zones.txt")) {
            int colon = line.indexOf(':');
            zones.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        return Map.copyOf(zones);
    }
}
