package io.copydesk.extraction.language;

import io.copydesk.extraction.language.LanguageDetector.Detection;
import java.util.Arrays;
import java.util.Optional;

/** Reads one text letter by letter and adds up how much it surprises each language. Used by one thread for one text. */
final class LetterEvidence {

    /** What a language loses that knows only the shorter of two sequences that others know. */
    private static final int UNKNOWN = 20;

    /** What a letter costs that a language does not have. */
    private static final int FOREIGN = 160;

    /** After so many letters more, a lead of so many units ends the reading. */
    private static final int STEP = 64;

    private static final int CLEAR_LEAD = 60 * LetterModel.UNITS_PER_NAT;

    /** Fewer letters tell nothing. */
    private static final int LEAST_LETTERS = 15;

    /** Text that surprises the best language more than this at each letter is in none of them. */
    private static final int MOST_SURPRISE = (int) (3.2 * LetterModel.UNITS_PER_NAT);

    /** What a letter counts for; 1 in words with a capital, which are names in most languages, and names travel. */
    private static final int WEIGHT = 3;

    /** A lead below {@link #SMALL_LEAD} tells nothing of letters that foresee each other this badly, as names do. */
    private static final int MOST_SURPRISE_IN_DOUBT = (int) (2.8 * LetterModel.UNITS_PER_NAT);

    private static final int SMALL_LEAD = 3 * LetterModel.UNITS_PER_NAT;

    /** Vowel signs break words of Devanagari into runs too short to foresee much. */
    private static final int MOST_SURPRISE_IN_RUNS = 5 * LetterModel.UNITS_PER_NAT;

    private static final double CERTAIN = 12.0 * LetterModel.UNITS_PER_NAT;

    private final LetterModel model;
    private final Script script;
    private final int[] sums;
    private final int[] surprises;
    private final int[] offsets = new int[LetterModel.LONGEST];
    private final char[] last = new char[LetterModel.LONGEST];
    private boolean name;
    private int inWord;
    private int letters;
    private int weights;

    LetterEvidence(LetterModel model, Script script) {
        this.model = model;
        this.script = script;
        sums = new int[model.languages().size()];
        surprises = new int[sums.length];
    }

    /** Reads the words of {@code text}; letters of other scripts end a word. */
    LetterEvidence read(String text) {
        int checked = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = Character.toLowerCase(text.charAt(i));
            if (isLetter(c) && (c < 0x80 ? script == Script.LATIN : Script.of(c) == script)) {
                name = inWord == 0 ? Character.isUpperCase(text.charAt(i)) : name;
                add(c);
            } else if (c != '\u0307') {
                inWord = 0;
            }
            if (letters >= checked + STEP) {
                checked = letters;
                if (letters >= 2 * STEP && lead(best()) >= CLEAR_LEAD) {
                    break;
                }
            }
        }
        return this;
    }

    private void add(char letter) {
        System.arraycopy(last, 0, last, 1, last.length - 1);
        last[0] = letter;
        inWord = Math.min(inWord + 1, LetterModel.LONGEST);
        int known = 0;
        int hash = 0;
        for (int length = 1; length <= inWord; length++) {
            hash = LetterModel.hash(hash, last[length - 1]);
            offsets[known] = model.find(hash);
            if (offsets[known] < 0) {
                break;
            }
            known++;
        }
        if (known == 0) {
            return;
        }
        Arrays.fill(surprises, FOREIGN);
        for (int i = 0; i < known; i++) {
            model.read(offsets[i], (known - 1 - i) * UNKNOWN, FOREIGN, surprises);
        }
        int weight = name ? 1 : WEIGHT;
        letters++;
        weights += weight;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += weight * surprises[i];
        }
    }

    private int best() {
        int best = 0;
        for (int i = 1; i < sums.length; i++) {
            best = sums[i] < sums[best] ? i : best;
        }
        return best;
    }

    /** How much less {@code best} is surprised than the next that is not nearly the same language. */
    private int lead(int best) {
        int second = Integer.MAX_VALUE;
        for (int i = 0; i < sums.length; i++) {
            second = i == best || common(i).equals(common(best)) ? second : Math.min(second, sums[i]);
        }
        return (second - sums[best]) / WEIGHT;
    }

    /** Both written forms of Norwegian are one answer. */
    private String common(int language) {
        String tag = model.languages().get(language);
        return tag.equals("nb") || tag.equals("nn") ? "no" : tag;
    }

    Optional<Detection> verdict() {
        int best = best();
        int lead = lead(best);
        if (letters < LEAST_LETTERS || lead == 0 || sums[best] > (long) mostSurprise(lead) * weights) {
            return Optional.empty();
        }
        return Optional.of(new Detection(common(best), 1 - 0.5 * Math.exp(-lead / CERTAIN)));
    }

    private int mostSurprise(int lead) {
        if (script == Script.DEVANAGARI) {
            return MOST_SURPRISE_IN_RUNS;
        }
        return lead < SMALL_LEAD ? MOST_SURPRISE_IN_DOUBT : MOST_SURPRISE;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 0x80 && Character.isLetter(c);
    }
}
