package io.copydesk.enrich.sketch;

import java.util.LinkedHashSet;
import java.util.Set;

/** How a word in Hebrew letters may be read as a foreign name, for transliteration. Stateless. */
final class HebrewSpellings {

    /** The article, conjunctions and prepositions that are written together with the word that follows. */
    private static final String PREFIXES = "הובלמשכ";

    private static final int SHORTEST_PREFIXED = 5;

    private static final char VAV = 'ו';
    private static final String DOUBLE_VAV = "וו";
    private static final char ALEF = 'א';

    /** Not a letter of any word. */
    private static final char CONSONANT = '\uFFFF';

    private HebrewSpellings() {}

    /** Whether a word is written in Hebrew letters. */
    static boolean isHebrew(String word) {
        return word.charAt(0) >= 0x05D0 && word.charAt(0) <= 0x05EA;
    }

    /** The spellings of a word that are compared: as it is, and without a letter that may be a prefix. Within a word vav is a vowel, and a consonant where it is doubled. */
    static Set<String> of(String word) {
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(read(word));
        if (word.length() >= SHORTEST_PREFIXED && PREFIXES.indexOf(word.charAt(0)) >= 0) {
            spellings.add(read(word.substring(1)));
        }
        return spellings;
    }

    private static String read(String word) {
        return word.charAt(0)
                + word.substring(1)
                        .replace(DOUBLE_VAV, String.valueOf(CONSONANT))
                        .replace(VAV, ALEF)
                        .replace(CONSONANT, VAV);
    }
}
