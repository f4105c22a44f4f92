package io.copydesk.enrich.sketch;

import io.copydesk.extraction.resource.ResourceLines;
import java.util.HashMap;
import java.util.Map;

/**
 * How rare words are in news: the inverse document frequency of Spärck Jones (1972), from a packed table, as counts over the stream
 * would depend on its order. Thread-safe.
 */
final class CommonWords {

    /** Words are cut to this many letters, so that their endings do not count. */
    static final int STEM = WordClasses.LONGEST;

    /** Class of a word that is not in the table, of {@value #CLASSES} classes of half a power of two each. */
    private static final int RAREST_CLASS = 25;

    private static final double CLASSES = 27;
    private static final double OF_LETTER = 0.05;
    private static final double OF_SHORTEST = 0.3;
    private static final double OF_NAME = 0.8;
    private static final WordClasses ENGLISH = WordClasses.of(read("common-words.en.txt"));

    private CommonWords() {}

    /** From 0, in every article, to 1; of a word of English, or of a name in any language. */
    static double rarity(String word) {
        return ENGLISH.ofBeginning(word, RAREST_CLASS) / CLASSES;
    }

    /** The same for languages without a table: rises with the length; that of a name is limited to {@value #OF_NAME}. */
    static double rarityElsewhere(String word, boolean name) {
        return name ? Math.min(OF_NAME, rarity(word)) : Math.min(OF_NAME, OF_SHORTEST + OF_LETTER * word.length());
    }

    /** The part of a word that is compared. */
    static String cut(String word) {
        return word.length() > STEM ? word.substring(0, STEM) : word;
    }

    /** Classes by word, from lines of a class and its words. */
    static Map<String, Integer> read(String file) {
        Map<String, Integer> classes = new HashMap<>();
        for (String line : ResourceLines.of(CommonWords.class, file)) {
            String[] words = line.split(" ");
            for (int i = 1; i < words.length; i++) {
                classes.put(words[i], Integer.valueOf(words[0]));
            }
        }
        return Map.copyOf(classes);
    }
}
