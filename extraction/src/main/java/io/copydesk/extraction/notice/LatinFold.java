package io.copydesk.extraction.notice;

/** {@link Words#fold} for the letters and marks of Latin scripts, one at a time: what most pages are written in. */
final class LatinFold {

    private static final int LATIN_END = 0x250;
    private static final int MARKS_START = 0x2002;
    private static final int MARKS_END = 0x206A;

    /** What a character is to {@link Words#of}. */
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

    private static final Kind[] KINDS = new Kind[LATIN_END];
    private static final String[] FOLDED = new String[LATIN_END];
    private static final char[] SINGLE = new char[LATIN_END];

    static {
        for (char c = 0; c < LATIN_END; c++) {
            FOLDED[c] = Words.fold(String.valueOf(c));
            SINGLE[c] = FOLDED[c].length() == 1 ? FOLDED[c].charAt(0) : 0;
            KINDS[c] = kindOf(FOLDED[c]);
        }
    }

    private static Kind kindOf(String folded) {
        if (folded.isEmpty()) {
            return Kind.NOTHING;
        }
        if (folded.chars().allMatch(Character::isLetter)) {
            return Kind.LETTER;
        }
        char c = folded.charAt(0);
        if (folded.length() > 1) {
            return Kind.FOREIGN;
        }
        return Character.isDigit(c) ? Kind.DIGIT : c == '%' || c == '©' ? Kind.SIGN : Kind.NONE;
    }

    static Kind kind(char c) {
        if (c < LATIN_END) {
            return KINDS[c];
        }
        return isMark(c) ? Kind.NONE : Kind.FOREIGN;
    }

    /** The hash of a word, as {@link String#hashCode} has it, with the folded {@code c} after {@code hash}. */
    static int hash(int hash, char c) {
        if (SINGLE[c] != 0) {
            return 31 * hash + SINGLE[c];
        }
        int longer = hash;
        for (int k = 0; k < FOLDED[c].length(); k++) {
            longer = 31 * longer + FOLDED[c].charAt(k);
        }
        return longer;
    }

    /** General punctuation, which folding leaves as it is. */
    private static boolean isMark(char c) {
        return c >= MARKS_START && c < MARKS_END;
    }

    private LatinFold() {}

    /** The folded characters of {@code text}, {@code null} when it holds any of other scripts. */
    static String fold(String text) {
        char[] out = new char[2 * text.length()];
        int n = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= LATIN_END) {
                if (!isMark(c)) {
                    return null;
                }
                out[n++] = c;
            } else if (SINGLE[c] != 0) {
                out[n++] = SINGLE[c];
            } else {
                String folded = FOLDED[c];
                for (int k = 0; k < folded.length(); k++) {
                    out[n++] = folded.charAt(k);
                }
            }
        }
        return new String(out, 0, n);
    }
}
