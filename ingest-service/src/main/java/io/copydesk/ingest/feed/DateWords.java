package io.copydesk.ingest.feed;

import io.copydesk.extraction.resource.ResourceLines;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words in dates: month names, halves of the day, words that mean nothing ({@code months.txt}). */
final class DateWords {

    private static final Map<String, Integer> MONTHS = new HashMap<>();
    private static final Set<String> MORNING = new HashSet<>();
    private static final Set<String> AFTERNOON = new HashSet<>();
    private static final Set<String> FILLERS = new HashSet<>();
    private static final List<String> ENGLISH =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    static {
        for (String line : ResourceLines.of(DateWords.class, "months.txt")) {
            int colon = line.indexOf(':');
            for (String word : line.substring(colon + 1).strip().split(" +")) {
                String folded = fold(word);
                switch (line.substring(0, colon)) {
                    case "morning" -> MORNING.add(folded);
                    case "afternoon" -> AFTERNOON.add(folded);
                    case "filler" -> FILLERS.add(folded);
                    default -> MONTHS.putIfAbsent(folded, Integer.valueOf(line.substring(0, colon)));
                }
            }
        }
    }

    private DateWords() {}

    /** 1–12, or 0 when the folded word names no month. */
    static int month(String word) {
        return MONTHS.getOrDefault(word, 0);
    }

    /** 1–12 when the word starts like an English month, however it goes on: Febuary, Septembre. */
    static int misspeltMonth(String word) {
        return word.length() < 4 ? 0 : ENGLISH.indexOf(word.substring(0, 3)) + 1;
    }

    static boolean isMorning(String word) {
        return MORNING.contains(word);
    }

    static boolean isAfternoon(String word) {
        return AFTERNOON.contains(word);
    }

    static boolean isFiller(String word) {
        return FILLERS.contains(word);
    }

    /** Lower case without accents; digits of any script as 0–9; white space as one space. */
    static String fold(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(lower.length());
        boolean ascii = lower.chars().allMatch(c -> c < 0x80);
        String plain = ascii ? lower : Normalizer.normalize(lower, Normalizer.Form.NFKC);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c <= ' ' || c == '\u00a0') {
                if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
            } else if (c < 0x80) {
                out.append(c);
            } else {
                appendFolded(c, out);
            }
        }
        return out.toString().strip();
    }

    private static void appendFolded(char c, StringBuilder out) {
        int type = Character.getType(c);
        if (type == Character.DECIMAL_DIGIT_NUMBER) {
            out.append((char) ('0' + Character.digit(c, 10)));
        } else if (type == Character.DASH_PUNCTUATION || c == '\u2212') {
            out.append('-');
        } else if (c >= 0x1100) {
            out.append(c); // no accents to lose, and Hangul would fall apart
        } else {
            String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            parts.chars()
                    .filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
                    .forEach(part ->
                            out.append(part == 'ł' ? 'l' : part == 'ı' ? 'i' : part == 'ς' ? 'σ' : (char) part));
        }
    }
}
