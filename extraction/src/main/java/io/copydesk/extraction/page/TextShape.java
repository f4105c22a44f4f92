package io.copydesk.extraction.page;

/** Measures of a text that hold for any language. */
final class TextShape {

    private static final String STOPS = ".!?…。！？؟।։።‥";
    private static final String CLOSERS = "\"'”’»“)]›」』）*";

    private TextShape() {}

    /** Length in characters; an ideograph, kana or Hangul syllable counts three, about the letters of the part of a word it represents. */
    static int weight(String text) {
        int n = text.length();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x2E80) {
                n += isDense(text.charAt(i)) ? 2 : 0;
            }
        }
        return n;
    }

    private static boolean isDense(char c) {
        return c >= 0x2E80 && c <= 0x9FFF || c >= 0xAC00 && c <= 0xD7AF || c >= 0xF900 && c <= 0xFAFF;
    }

    /** Whether the last mark of {@code text}, ignoring closing quotes and brackets, ends a sentence. */
    static boolean endsSentence(String text) {
        int i = text.length() - 1;
        while (i >= 0 && (CLOSERS.indexOf(text.charAt(i)) >= 0 || Character.isWhitespace(text.charAt(i)))) {
            i--;
        }
        return i >= 0 && STOPS.indexOf(text.charAt(i)) >= 0;
    }

    /** Number of words, by blanks. */
    static int words(String text) {
        int n = 0;
        boolean in = false;
        for (int i = 0; i < text.length(); i++) {
            boolean blank = Character.isWhitespace(text.charAt(i));
            if (!blank && !in) {
                n++;
            }
            in = !blank;
        }
        return n;
    }

    /** Only letters and digits, lower case: equal for texts that differ in blanks, marks and case. */
    static String squeeze(String text) {
        return squeeze(text, text.length());
    }

    /** The first {@code most} characters of that. */
    static String squeeze(String text, int most) {
        char[] out = new char[Math.min(most, text.length())];
        int n = 0;
        for (int i = 0; i < text.length() && n < out.length; i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                out[n++] = c;
            } else if (c != ' ' && Character.isLetterOrDigit(c)) {
                out[n++] = Character.toLowerCase(c);
            }
        }
        return new String(out, 0, n);
    }

    /** Whether {@link #squeeze} of {@code text} is {@code squeezed}. */
    static boolean isSqueezed(String text, String squeezed) {
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                if (at == squeezed.length() || Character.toLowerCase(c) != squeezed.charAt(at)) {
                    return false;
                }
                at++;
            }
        }
        return at == squeezed.length();
    }
}
