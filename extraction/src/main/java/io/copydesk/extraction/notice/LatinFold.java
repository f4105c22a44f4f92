package io.copydesk.extraction.notice;

/** {@link Words#fold} for the letters and marks of Latin scripts, one at a time: what most pages are written in. */
final class LatinFold {

    private static final int LATIN_END = 0x250;
    private static final int MARKS_START = 0x2002;
    private static final int MARKS_END = 0x206A;

    private static final String[] FOLDED = new String[LATIN_END];
    private static final char[] SINGLE = new char[LATIN_END];

    static {
        for (char c = 0; c < LATIN_END; c++) {
            FOLDED[c] = Words.fold(String.valueOf(c));
            SINGLE[c] = FOLDED[c].length() == 1 ? FOLDED[c].charAt(0) : 0;
        }
    }

    private LatinFold() {}

    /** The folded characters of {@code text}, {@code null} when it holds any of other scripts. */
    static String fold(String text) {
        char[] out = new char[2 * text.length()];
        int n = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= LATIN_END) {
                if (c < MARKS_START || c >= MARKS_END) {
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
