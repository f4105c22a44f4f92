package io.copydesk.extraction.language;

import io.copydesk.extraction.language.LanguageDetector.Detection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Weighs the words of one text against one script's table. Used by one thread for one text. */
final class WordEvidence {

    /** Less evidence than this many exclusive words is a guess. */
    private static final double LEAST_EVIDENCE = 1.8;

    /** The best language must have at least this share of its words known, and this much more evidence than the next. */
    private static final double LEAST_COVERAGE = 0.10;

    private static final double LEAST_LEAD = 0.12;
    private static final double LETTER_WEIGHT = 0.5;
    /** The vowels that are words in many languages tell little, and so does one word that comes again and again. */
    private static final double ONE_LETTER_WEIGHT = 0.3;

    private static final int MOST_REPEATS = 4;
    private static final int LEAST_WORDS = 5;
    private static final int LONGEST_WORD = 12;

    private final WordTable table;
    private final double[] evidence;
    private final int[] known;
    private final Map<String, Integer> repeats = new HashMap<>();
    private int words;

    WordEvidence(WordTable table) {
        this.table = table;
        this.evidence = new double[table.languages().size()];
        this.known = new int[evidence.length];
    }

    /** Reads the words of {@code text}; letters of other scripts end a word. */
    WordEvidence read(String text, Script script) {
        String lower = text.toLowerCase(Locale.ROOT);
        int start = -1;
        int hash = 0; // of the word that began at start
        for (int i = 0; i <= lower.length(); i++) {
            char c = i < lower.length() ? lower.charAt(i) : ' ';
            if (c >= 'a' && c <= 'z' && script == Script.LATIN) {
                start = start < 0 ? i : start;
                hash = 31 * hash + c;
                continue;
            }
            boolean inside = isPartOfWord(c) && Script.of(c) == script || c == '\u0307' || c == '\u200c' && start >= 0;
            if (inside) {
                start = start < 0 ? i : start;
                hash = 31 * hash + c;
                addLetter(table.languagesOf(c));
            } else if (start >= 0) {
                words++;
                if (i - start <= LONGEST_WORD && table.mayHold(hash)) {
                    addWord(lower.substring(start, i));
                }
                start = -1;
                hash = 0;
            }
        }
        return this;
    }

    Optional<Detection> verdict() {
        int best = 0;
        for (int i = 1; i < evidence.length; i++) {
            best = evidence[i] > evidence[best] ? i : best;
        }
        double second = 0;
        for (int i = 0; i < evidence.length; i++) {
            second = i == best ? second : Math.max(second, evidence[i]);
        }
        if (words < LEAST_WORDS || evidence[best] < LEAST_EVIDENCE || known[best] < LEAST_COVERAGE * words) {
            return Optional.empty();
        }
        double lead = (evidence[best] - second) / evidence[best];
        if (lead < LEAST_LEAD) {
            return Optional.empty();
        }
        double confidence = Math.min(1, 0.5 + lead / 2) * (1 - 1 / (1 + evidence[best]));
        return Optional.of(new Detection(table.languages().get(best), confidence));
    }

    private void addLetter(int languages) {
        for (int rest = languages; rest != 0; rest &= rest - 1) {
            evidence[Integer.numberOfTrailingZeros(rest)] += LETTER_WEIGHT / Integer.bitCount(languages);
        }
    }

    private void addWord(String word) {
        int languages = table.languagesOf(word);
        if (languages == 0) {
            return;
        }
        boolean repeated = repeats.merge(word, 1, Integer::sum) > MOST_REPEATS;
        double weight = (repeated ? 0 : word.length() == 1 ? ONE_LETTER_WEIGHT : 1) / Integer.bitCount(languages);
        for (int rest = languages; rest != 0; rest &= rest - 1) {
            int language = Integer.numberOfTrailingZeros(rest);
            evidence[language] += weight;
            known[language] += word.length() == 1 ? 0 : 1;
        }
    }

    /** Vowel signs of Devanagari and Arabic are marks, not letters, and belong to the word. */
    private static boolean isPartOfWord(char c) {
        if (Character.isLetter(c)) {
            return true;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
