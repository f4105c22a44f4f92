package io.copydesk.extraction.page;

/**
 * How many characters of each kind a text has, and how many words.
 *
 * @param words runs without white space; two characters of a script without spaces count as one more
 * @param capitalised words that start with an upper-case letter
 * @param kinds counts by the constants of this class
 */
record TextCounts(int words, int capitalised, int[] kinds) {

    private static final int OTHER = 0;
    private static final int LETTER = 1;
    private static final int DIGIT = 2;
    /** Ends a sentence. */
    private static final int STOP = 3;

    private static final int COMMA = 4;
    private static final int QUOTE = 5;
    private static final int LINE_BREAK = 6;
    /** Typical of navigation. */
    private static final int MARK = 7;
    /** Of a script without spaces, or of its punctuation. */
    private static final int DENSE = 8;

    /** The first character of the CJK blocks; all above counts as dense. */
    private static final char FIRST_DENSE = 0x2E80;

    /** The kind of each character. A table, as each character of a page is looked up. */
    private static final byte[] KIND = table();

    private static byte[] table() {
        byte[] kinds = new byte[Character.MAX_VALUE + 1];
        for (int c = 0; c < kinds.length; c++) {
            kinds[c] = (byte) (c >= FIRST_DENSE ? DENSE : Character.isLetter(c) ? LETTER : OTHER);
        }
        for (char c = '0'; c <= '9'; c++) {
            kinds[c] = DIGIT;
        }
        put(kinds, ".!?。؟।", STOP);
        put(kinds, ",،、，", COMMA);
        put(kinds, "\"“„«「”", QUOTE);
        put(kinds, "\n", LINE_BREAK);
        put(kinds, "|»›•·→▸▶★", MARK);
        return kinds;
    }

    private static void put(byte[] kinds, String characters, int kind) {
        characters.chars().forEach(c -> kinds[c] = (byte) kind);
    }

    static TextCounts of(String text) {
        int[] kinds = new int[DENSE + 1];
        int words = 0;
        int capitalised = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c <= ' ';
            if (!blank && !inWord) {
                words++;
                capitalised += Character.isUpperCase(c) ? 1 : 0;
            }
            inWord = !blank;
            kinds[KIND[c]]++;
        }
        return new TextCounts(words + kinds[DENSE] / 2, capitalised, kinds);
    }

    int letters() {
        return kinds[LETTER] + kinds[DENSE];
    }

    int digits() {
        return kinds[DIGIT];
    }

    int stops() {
        return kinds[STOP];
    }

    int commas() {
        return kinds[COMMA];
    }

    int quotes() {
        return kinds[QUOTE];
    }

    int lines() {
        return kinds[LINE_BREAK] + 1;
    }

    int marks() {
        return kinds[MARK];
    }

    int dense() {
        return kinds[DENSE];
    }
}
