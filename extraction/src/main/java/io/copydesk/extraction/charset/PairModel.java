package io.copydesk.extraction.charset;

import java.util.Arrays;
import java.util.List;

/** A language that is spelled with letters: the cost of each letter after each other. Case matters only where it changes inside a word. */
final class PairModel implements TextCostModel {

    private static final int UNKNOWN_LETTER = 40;
    private static final int FOREIGN_ASCII = 16;
    private static final int CASE_CHANGE = 16;
    private static final int MARK = 16;
    private static final int SYMBOL = 36;
    private static final String MARKS = "«»“”„‘’‚–—…·•©®°§€£™‹›¡¿′″\u00A0\u00AD\u200C\u200D\u200E\u200F،؛؟";
    private static final int TABLE = 0x2000;

    private final byte[] index = new byte[TABLE];
    private final byte[][] costs;

    /**
     * A model from its table.
     *
     * @param alphabet the letters, the first one for everything between words
     * @param rows for each letter of the alphabet, the cost of each letter after it as a digit in base 36
     */
    PairModel(String alphabet, List<String> rows) {
        int n = alphabet.length();
        Arrays.fill(index, (byte) -1);
        for (int i = 1; i < n; i++) {
            index[alphabet.charAt(i)] = (byte) i;
        }
        costs = new byte[n][n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                costs[i][k] = (byte) Character.digit(rows.get(i).charAt(k), Character.MAX_RADIX);
            }
        }
    }

    @Override
    public int cost(String text, int limit) {
        int cost = 0;
        int previous = 0;
        boolean lower = false;
        for (int i = 0; i < text.length() && cost <= limit; i++) {
            char c = text.charAt(i);
            char folded = LetterFolding.fold(c);
            int letter = folded < TABLE ? index[folded] : -1;
            if (letter > 0) {
                boolean change = lower && folded != c && Character.isUpperCase(c);
                cost += costs[previous][letter] + (change ? CASE_CHANGE : 0);
                lower = folded == c;
                previous = letter;
            } else {
                cost += other(c, previous);
                previous = 0;
                lower = false;
            }
        }
        return cost;
    }

    private int other(char c, int previous) {
        if (c < 0x80) {
            return LetterFolding.isAsciiLetter(c) ? FOREIGN_ASCII : costs[previous][0];
        }
        if (c < 0xA0) {
            return CONTROL;
        }
        if (c >= 0xE000 && c <= 0xF8FF || c >= 0xFFF0) {
            return DAMAGED;
        }
        if (MARKS.indexOf(c) >= 0) {
            return MARK;
        }
        return Character.isLetter(c) ? UNKNOWN_LETTER : SYMBOL;
    }
}
