package io.copydesk.enrich.sketch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How a word in Arabic script may be read as a foreign name, for transliteration. Stateless. */
final class ArabicSpellings {

    private static final List<String> PREFIXES = List.of("وال", "بال", "ال", "و", "ب", "ل");

    private static final int SHORTEST_PREFIXED = 5;

    private static final char WAW = 'و';
    private static final char ALEF = 'ا';
    private static final char GHAIN = 'غ';
    private static final char JIM = 'ج';
    private static final char GAF = 'گ';
    private static final String TEH_MARBUTA = "ة";

    private ArabicSpellings() {}

    /**
     * The spellings of {@code word} that are compared. Without a prefix; with it where it is one letter, with which a name may begin. Waw within
     * a word is a vowel, the feminine ending silent, ghain a <i>g</i>; jim is a <i>j</i> and, as in Egypt, a <i>g</i>. A word in
     * another script is as it is.
     */
    static Set<String> of(String word) {
        if (!isArabic(word.charAt(0))) {
            return Set.of(word);
        }
        Set<String> spellings = new LinkedHashSet<>();
        String bare = withoutPrefix(word);
        add(bare, spellings);
        if (bare.length() == word.length() - 1) {
            add(word, spellings);
        }
        return spellings;
    }

    private static void add(String word, Set<String> spellings) {
        String read = word.charAt(0) + word.substring(1).replace(WAW, ALEF);
        read = read.replace(GHAIN, GAF);
        read = read.endsWith(TEH_MARBUTA) ? read.substring(0, read.length() - 1) : read;
        spellings.add(read);
        spellings.add(read.replace(JIM, GAF));
    }

    /** Arabic writes the article and some prepositions and conjunctions together with the word that follows. */
    static String withoutPrefix(String word) {
        if (word.length() < SHORTEST_PREFIXED) {
            return word;
        }
        for (String prefix : PREFIXES) {
            if (word.startsWith(prefix) && word.length() > prefix.length() + 3) {
                return word.substring(prefix.length());
            }
        }
        return word;
    }

    private static boolean isArabic(char c) {
        return c >= 0x0600 && c < 0x0780;
    }
}
