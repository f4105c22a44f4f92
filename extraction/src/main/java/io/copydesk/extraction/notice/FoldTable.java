package io.copydesk.extraction.notice;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * {@link NoticeWords#fold} character by character, for the scripts in which no letter depends on its neighbours: Latin, Greek, Cyrillic, Hebrew, Arabic,
 * and signs.
 */
final class FoldTable {

    /** The class of a character in {@link NoticeWords#of}. */
    enum Kind {
        /** Between words. */
        NONE,
        LETTER,
        DIGIT,
        /** A word by itself. */
        SIGN,
        /** Left out, even inside a word. */
        NOTHING,
        /** Of another script. */
        FOREIGN
    }

    private static final char FIRST_END = 0x700;
    private static final char SECOND_START = 0x1E00;
    private static final char SECOND_END = 0x2C00;
    /** Its lower case depends on the next letter. */
    private static final char SIGMA = 'Σ';

    private static final char VARIATION_START = 0xFE00;
    private static final char VARIATION_END = 0xFE10;

    /** The last character of ASCII; each folds to one. */
    private static final char ASCII = 0x7F;

    /** Most letters that one character folds to. */
    private static final int LONGEST;

    private static final int SIZE = FIRST_END + SECOND_END - SECOND_START;
    private static final String[] FOLDED = new String[SIZE];
    private static final char[] SINGLE = new char[SIZE];
    private static final Kind[] KINDS = new Kind[SIZE];

    static {
        int longest = 1;
        for (char c = 0; c < SECOND_END; c++) {
            int at = place(c);
            if (at >= 0) {
                FOLDED[at] = NoticeWords.fold(String.valueOf(c));
                SINGLE[at] = FOLDED[at].length() == 1 ? FOLDED[at].charAt(0) : 0;
                KINDS[at] = c == SIGMA ? Kind.FOREIGN : kindOf(FOLDED[at]);
                longest = Math.max(longest, FOLDED[at].length());
            }
        }
        LONGEST = longest;
    }

    private FoldTable() {}

    private static int place(char c) {
        return c < FIRST_END ? c : c >= SECOND_START && c < SECOND_END ? c - SECOND_START + FIRST_END : -1;
    }

    private static Kind kindOf(String folded) {
        if (folded.isEmpty()) {
            return Kind.NOTHING;
        }
        if (folded.chars().allMatch(Character::isLetter)) {
            return Kind.LETTER;
        }
        char c = folded.charAt(0);
        if (folded.length() > 1 || Character.getType(c) == Character.COMBINING_SPACING_MARK) {
            return Kind.FOREIGN;
        }
        return Character.isDigit(c) ? Kind.DIGIT : c == '%' || c == '©' ? Kind.SIGN : Kind.NONE;
    }

    static Kind kind(char c) {
        int at = place(c);
        if (at >= 0) {
            return KINDS[at];
        }
        if (c >= VARIATION_START && c < VARIATION_END) {
            return Kind.NOTHING;
        }
        return Character.isSurrogate(c) ? Kind.NONE : Kind.FOREIGN;
    }

    /** The hash of a word, as {@link String#hashCode} has it, with the folded letter or digit {@code c} after {@code hash}. */
    static int hash(int hash, char c) {
        int at = place(c);
        if (SINGLE[at] != 0) {
            return 31 * hash + SINGLE[at];
        }
        int longer = hash;
        for (int i = 0; i < FOLDED[at].length(); i++) {
            longer = 31 * longer + FOLDED[at].charAt(i);
        }
        return longer;
    }

    /** The folded {@code text}, {@code null} when it holds characters of other scripts. */
    static @Nullable String fold(String text) {
        char[] out = new char[text.length()];
        int n = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ASCII && n < out.length) {
                out[n++] = SINGLE[c];
                continue;
            }
            if (out.length - n < LONGEST) {
                out = Arrays.copyOf(out, n + (text.length() - i) + LONGEST);
            }
            Kind kind = kind(c);
            if (kind == Kind.FOREIGN) {
                return null;
            }
            int at = place(c);
            if (at >= 0 && SINGLE[at] != 0) {
                out[n++] = SINGLE[at];
            } else if (at >= 0) {
                FOLDED[at].getChars(0, FOLDED[at].length(), out, n);
                n += FOLDED[at].length();
            } else if (kind == Kind.NONE) {
                out[n++] = c;
            }
        }
        return new String(out, 0, n);
    }
}
