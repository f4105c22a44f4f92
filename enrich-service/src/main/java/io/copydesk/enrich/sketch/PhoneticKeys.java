package io.copydesk.enrich.sketch;

import com.ibm.icu.text.Transliterator;
import io.copydesk.enrich.sketch.Term.Kind;
import io.copydesk.extraction.resource.ResourceLines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Terms that can be compared across languages: numbers, and phonetic keys of names. A name is transliterated to Latin letters and
 * reduced to a few consonants, so that <i>Trump</i>, <i>Трамп</i> and <i>ट्रंप</i> have one key. In scripts without capitals names
 * cannot be recognised; there all words count, with a lower weight. Names of Chinese people are compared as a whole ({@link ChineseNames}). For one text, by one thread.
 */
final class PhoneticKeys {

    private static final int MOST = 48;
    private static final int LONGEST = 4;
    private static final int SHORTEST = 2;
    private static final int SHORTEST_OF_ANY_WORD = 3;
    private static final double OF_NUMBER = 1.5;
    private static final double OF_ANY_WORD = 0.22;
    private static final double LOSS_OF_COMMON = 0.07;
    private static final double SCALE = 100;
    private static final int LEAST_OF_KATAKANA = 3;
    private static final int LEAST_OF_HAN = 2;
    private static final Set<String> WITHOUT_SPACES = Set.of("zh", "ja");

    /** Consonants, and the class of each at the same place. */
    private static final String CONSONANTS = "bvwdtgkqczsjrlmnfp";

    private static final String CLASSES = "pffttkkkksssllmnfp";

    private static final List<Fold> LATIN_FOLDS = folds("latin-folds.txt");
    private static final List<Fold> PINYIN_FOLDS = folds("pinyin-folds.txt");

    /** Characters that foreign names are written with in Chinese. */
    private static final String OF_FOREIGN_NAMES =
            String.join("", ResourceLines.of(PhoneticKeys.class, "foreign-name-characters.txt"));

    private static final Map<String, Integer> COMMON = CommonWords.read("common-sounds.txt");
    private static final Latin LATIN = new Latin();

    private final boolean spaces;
    private final boolean chinese;
    private final WordSet stopWords;
    private final Map<String, Key> keys = new HashMap<>();

    /** Counts what is too short for a key. */
    private final Key none = new Key();

    private final StringBuilder katakana = new StringBuilder();
    private final StringBuilder han = new StringBuilder();

    private record Fold(String written, String compared) {}

    /** A key of the text. */
    static final class Key {
        private int count;
        private double value;
    }

    PhoneticKeys(String language) {
        spaces = !WITHOUT_SPACES.contains(language);
        chinese = language.equals("zh");
        stopWords = StopWords.of(language);
    }

    /** Adds the next word of the text. */
    void read(Word word, boolean name) {
        String text = word.text();
        if (isKatakana(text)) {
            katakana.append(text);
            return;
        }
        endKatakana();
        if (text.length() == 1 && OF_FOREIGN_NAMES.indexOf(text.charAt(0)) >= 0) {
            han.append(text);
            return;
        }
        endHan();
        if (word.number()) {
            number(text);
        } else if (name || !spaces && text.length() > 1 && isOfAscii(text)) {
            name(word.form());
        } else if (Character.getType(text.charAt(0)) == Character.OTHER_LETTER && text.length() > 1) {
            anyWord(text);
        }
    }

    private void anyWord(String text) {
        if (!stopWords.contains(text)) {
            for (String key : LATIN.keys(text)) {
                folded(key, SHORTEST_OF_ANY_WORD, OF_ANY_WORD);
            }
        }
    }

    /** Adds a place whose English name has these words. */
    void place(List<String> english) {
        english.forEach(word -> folded(fold(LATIN.of(word)), SHORTEST, 1));
    }

    /** Adds a whole name of a Chinese, in Pinyin; in a Chinese text it may be none. */
    void chineseName(String spelled, int times) {
        add("=" + spelled, chinese ? OF_ANY_WORD : 1).count = times;
    }

    /** The heaviest terms, sorted by their text. */
    List<Term> heaviest() {
        endKatakana();
        endHan();
        List<Term> terms = new ArrayList<>();
        keys.forEach((text, key) -> {
            double weight = (1 + Math.log(key.count)) * key.value;
            terms.add(new Term("~" + text, text, Kind.ACROSS, (int) Math.max(1, Math.round(SCALE * weight))));
        });
        return terms.stream()
                .sorted(Comparator.comparing(Term::weight).reversed().thenComparing(Term::text))
                .limit(MOST)
                .sorted(Comparator.comparing(Term::text))
                .toList();
    }

    private void number(String text) {
        int end = 0;
        while (end < text.length() && (Character.isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        StringBuilder digits = new StringBuilder("#");
        for (int i = 0; i < end; i++) {
            int digit = Character.digit(text.charAt(i), 10);
            digits.append(digit < 0 ? "." : String.valueOf(digit));
        }
        if (end >= 2) {
            add(digits.toString(), OF_NUMBER);
        }
    }

    private void name(WordForm form) {
        Key known = form.sound;
        if (known == null) {
            form.sound = folded(fold(LATIN.of(form.text())), SHORTEST, 1);
        } else {
            known.count++;
        }
    }

    private Key folded(String folded, int shortest, double value) {
        if (folded.length() < shortest) {
            return none;
        }
        String cut = folded.length() > LONGEST ? folded.substring(0, LONGEST) : folded;
        return add(cut, value * Math.max(0.1, 1 - LOSS_OF_COMMON * COMMON.getOrDefault(cut, 0)));
    }

    private Key add(String text, double value) {
        Key key = keys.computeIfAbsent(text, unknown -> new Key());
        key.count++;
        key.value = Math.max(key.value, value * Math.min(1.3, 0.4 + 0.15 * text.length()));
        return key;
    }

    private void endKatakana() {
        if (katakana.length() >= LEAST_OF_KATAKANA) {
            folded(fold(LATIN.of(katakana.toString())), SHORTEST, 1);
        }
        katakana.setLength(0);
    }

    private void endHan() {
        if (han.length() >= LEAST_OF_HAN) {
            folded(fold(replaced(LATIN.of(han.toString()), PINYIN_FOLDS)), SHORTEST, 1);
        }
        han.setLength(0);
    }

    /** Classes of consonants, without doubles; a vowel only where the word begins with one. */
    static String fold(String latin) {
        String letters = replaced(letters(latin), LATIN_FOLDS);
        StringBuilder folded = new StringBuilder();
        char last = 0;
        for (int i = 0; i < letters.length(); i++) {
            int consonant = CONSONANTS.indexOf(letters.charAt(i));
            if (consonant >= 0 && CLASSES.charAt(consonant) != last) {
                last = CLASSES.charAt(consonant);
                folded.append(last);
            }
        }
        boolean vowel = !letters.isEmpty() && "aeiouyh".indexOf(letters.charAt(0)) >= 0;
        return vowel ? "a" + folded : folded.toString();
    }

    /** The letters from a to z alone. */
    private static String letters(String latin) {
        StringBuilder letters = new StringBuilder(latin.length());
        for (int i = 0; i < latin.length(); i++) {
            char c = latin.charAt(i);
            if (c >= 'a' && c <= 'z') {
                letters.append(c);
            }
        }
        return letters.toString();
    }

    private static String replaced(String latin, List<Fold> folds) {
        String letters = latin;
        for (Fold fold : folds) {
            letters = letters.replace(fold.written(), fold.compared());
        }
        return letters;
    }

    private static boolean isOfAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    private static boolean isKatakana(String text) {
        return text.length() == 1 && text.charAt(0) >= 0x30A1 && text.charAt(0) <= 0x30FC && text.charAt(0) != 0x30FB;
    }

    private static List<Fold> folds(String file) {
        return ResourceLines.of(PhoneticKeys.class, file).stream()
                .map(line -> line.split(" "))
                .map(fold -> new Fold(fold[0], fold[1]))
                .toList();
    }

    /** Words in lower-case Latin letters; caches the {@value #CACHED} used last, as transliteration is slow. Thread-safe. */
    private static final class Latin {

        private static final int CACHED = 50_000;

        /** Characters of a word that are read. */
        private static final int LONGEST_WORD = 40;

        private final Transliterator transliterator = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");
        private final Map<String, String> cache = cache();
        private final Map<String, List<String>> keys = cache();

        String of(String word) {
            if (isOfAscii(word)) {
                return word;
            }
            String start = start(word);
            synchronized (this) {
                return cache.computeIfAbsent(start, transliterator::transliterate);
            }
        }

        /** What is compared of a word in a script without capitals: each of its spellings, folded. */
        List<String> keys(String word) {
            String start = start(word);
            synchronized (this) {
                return keys.computeIfAbsent(
                        start,
                        text -> spellings(text).stream()
                                .map(spelling -> fold(of(spelling)))
                                .toList());
            }
        }

        private static Set<String> spellings(String word) {
            return HebrewSpellings.isHebrew(word) ? HebrewSpellings.of(word) : ArabicSpellings.of(word);
        }

        private static String start(String word) {
            return word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word;
        }

        private static <V> Map<String, V> cache() {
            return new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                    return size() > CACHED;
                }
            };
        }
    }
}
