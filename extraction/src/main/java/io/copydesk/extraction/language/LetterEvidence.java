package io.copydesk.extraction.language;

import io.copydesk.extraction.language.LanguageDetector.Detection;
import io.copydesk.schemas.CombiningMarks;
import java.util.Optional;

/** Sums up the surprisal (negative log-likelihood) of one text in each language, letter by letter. For one text; not thread-safe. */
final class LetterEvidence {

    /** Letters after which it is checked whether a clear lead ends the reading. */
    private static final int STEP = 32;

    private static final int CLEAR_LEAD = 60 * LetterModel.UNITS_PER_NAT;

    /** A text of fewer letters has no verdict. */
    private static final int LEAST_LETTERS = 8;

    /** Most surprisal per letter in the best language; a text above it is in none of them. */
    private static final int MOST_SURPRISE = (int) (3.2 * LetterModel.UNITS_PER_NAT);

    /** Weight of a letter; 1 in capitalised words, which are names in most languages, and names occur in all of them. */
    private static final int WEIGHT = 3;

    /** The same where the lead is below {@link #SMALL_LEAD}: names are as improbable as this in every language. */
    private static final int MOST_SURPRISE_IN_DOUBT = (int) (2.8 * LetterModel.UNITS_PER_NAT);

    /** The same for Devanagari, of which no sequences of more than three characters are known. */
    private static final int MOST_SURPRISE_AFTER_TWO = 18 * LetterModel.UNITS_PER_NAT / 5;

    /** Least lead where all words have capitals. */
    private static final int NAMES_LEAD = 3 * LetterModel.UNITS_PER_NAT / 8;

    private static final int SMALL_LEAD = 3 * LetterModel.UNITS_PER_NAT;

    /** Latin letters that are typed in Cyrillic words, and what they look like there. */
    private static final String LOOKALIKES = "aceijopxyABCEHIJKMOPTXY";

    private static final String LOOKED_AT = "асеіјорхуАВСЕНІЈКМОРТХУ";

    private static final double CERTAIN = 12.0 * LetterModel.UNITS_PER_NAT;

    private final LetterModel model;
    private final Script script;
    private final int[] sums;
    private final int[] surprises;
    private final int[] entries = new int[LetterModel.LONGEST];
    private final char[] last = new char[LetterModel.LONGEST];
    private boolean name;
    private int inWord;
    private int letters;
    private int weights;
    private int words;

    LetterEvidence(LetterModel model, Script script) {
        this.model = model;
        this.script = script;
        sums = model.handicaps();
        for (int i = 0; i < sums.length; i++) {
            sums[i] *= WEIGHT;
        }
        surprises = new int[sums.length];
    }

    /** Reads the words of {@code text}; letters of other scripts end a word. */
    LetterEvidence read(String text) {
        int checked = 0;
        for (int i = 0; i < text.length(); i++) {
            char written = inScript(text, i);
            char c = Character.toLowerCase(written);
            if (isLetter(c)) {
                if (inWord == 0) {
                    name = c != written;
                    words++;
                    last[0] = LetterModel.EDGE;
                    inWord = 1;
                }
                letters++;
                add(c);
            } else if (c < 0x300 || !CombiningMarks.isMark(c)) {
                endWord();
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

    private void endWord() {
        if (inWord > 0) {
            add(LetterModel.EDGE);
            inWord = 0;
        }
    }

    /** The character at {@code i}; the Cyrillic letter that a Latin one beside Cyrillic letters looks like. */
    private char inScript(String text, int i) {
        char c = text.charAt(i);
        if (script != Script.CYRILLIC || c >= 0x80 || LOOKALIKES.indexOf(c) < 0) {
            return c;
        }
        boolean within = i > 0 && Script.of(text.charAt(i - 1)) == Script.CYRILLIC
                || i + 1 < text.length() && Script.of(text.charAt(i + 1)) == Script.CYRILLIC;
        return within || inWord > 0 ? LOOKED_AT.charAt(LOOKALIKES.indexOf(c)) : c;
    }

    private boolean isLetter(char c) {
        return c < 0x80 ? script == Script.LATIN && c >= 'a' && c <= 'z' : Script.isLetter(c) && Script.of(c) == script;
    }

    private void add(char letter) {
        System.arraycopy(last, 0, last, 1, last.length - 1);
        last[0] = letter;
        inWord = Math.min(inWord + 1, LetterModel.LONGEST);
        int known = 0;
        int hash = 0;
        for (int length = 1; length <= inWord; length++) {
            hash = LetterModel.hash(hash, last[length - 1]);
            entries[known] = model.find(length, hash);
            if (entries[known] == SequenceTable.NONE) {
                break;
            }
            known++;
        }
        if (known == 0) {
            return;
        }
        model.read(entries, known, surprises);
        int weight = name ? 1 : WEIGHT;
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

    /** How much lower the surprisal of {@code best} is than that of the next language, forms of one language not counted. */
    private int lead(int best) {
        int second = Integer.MAX_VALUE;
        for (int i = 0; i < sums.length; i++) {
            second = i == best || common(i).equals(common(best)) ? second : Math.min(second, sums[i]);
        }
        return (second - sums[best]) / WEIGHT;
    }

    /** One tag for both written forms of Norwegian. */
    private String common(int language) {
        String tag = model.languages().get(language);
        return tag.equals("nb") || tag.equals("nn") ? "no" : tag;
    }

    Optional<Detection> verdict() {
        int best = best();
        int lead = lead(best);
        boolean namesOnly = weights <= letters + words;
        if (letters < LEAST_LETTERS
                || lead < (namesOnly ? NAMES_LEAD : 1)
                || sums[best] > (long) mostSurprise(lead) * weights) {
            return Optional.empty();
        }
        return Optional.of(new Detection(common(best), 1 - 0.5 * Math.exp(-lead / CERTAIN)));
    }

    private int mostSurprise(int lead) {
        if (script == Script.DEVANAGARI) {
            return MOST_SURPRISE_AFTER_TWO;
        }
        return lead < SMALL_LEAD ? MOST_SURPRISE_IN_DOUBT : MOST_SURPRISE;
    }
}
