package io.copydesk.extraction.date;

import io.copydesk.extraction.resource.ResourceLines;
import io.copydesk.schemas.LowerCase;
import io.copydesk.schemas.NormalForms;
import java.text.Normalizer.Form;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The lists of {@code date-words.txt}, and the form in which words are compared. */
final class DateWords {

    private static final Map<String, Set<String>> LISTS = lists();

    static final Set<String> MORNING = folded("morning");
    static final Set<String> AFTERNOON = folded("afternoon");
    static final Set<String> FILLERS = folded("filler");
    static final Set<String> JOINTS = list("joint");
    static final Set<String> YEAR_WORDS = list("year-word");
    static final Set<String> YEAR_MARKS = list("year-mark");
    static final Set<String> BEFORE_TIME = list("before-time");

    /** Words beside a time of day that is written with a full stop. */
    static final Set<String> BEFORE_DOTTED = folded("before-dotted");

    static final Set<String> AFTER_DOTTED = folded("after-dotted");

    private DateWords() {}

    /** Lower case without accents (Unicode NFKC, then without non-spacing marks); digits of any script as 0–9; white space as one space. */
    static String fold(String text) {
        String lower = LowerCase.of(text);
        String plain = NormalForms.nfkc(lower);
        StringBuilder out = new StringBuilder(plain.length());
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
            out.append(c); // no accents to lose, and Hangul would be decomposed
        } else {
            String parts = NormalForms.of(String.valueOf(c), Form.NFD);
            parts.chars()
                    .filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
                    .forEach(part ->
                            out.append(part == 'ł' ? 'l' : part == 'ı' ? 'i' : part == 'ς' ? 'σ' : (char) part));
        }
    }

    /** The year before the first of the era that {@code word} ends with; 0 when it names none. */
    static int yearBefore(String word) {
        for (String era : list("era")) {
            int sign = era.indexOf('=');
            if (word.endsWith(era.substring(0, sign))) {
                return Integer.parseInt(era.substring(sign + 1));
            }
        }
        return 0;
    }

    private static Set<String> list(String name) {
        return Objects.requireNonNull(LISTS.get(name), name);
    }

    private static Set<String> folded(String list) {
        return ResourceLines.words(list(list).stream().map(DateWords::fold).toList());
    }

    private static Map<String, Set<String>> lists() {
        Map<String, Set<String>> lists = new HashMap<>();
        for (String line : ResourceLines.of(DateWords.class, "date-words.txt")) {
            int end = line.indexOf(": ");
            lists.put(line.substring(0, end), ResourceLines.words(List.of(line.substring(end + 2))));
        }
        return Map.copyOf(lists);
    }
}
