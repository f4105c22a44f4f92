package io.copydesk.schemas;

import java.util.Locale;

/**
 * Texts in small letters, as {@link String#toLowerCase(Locale)} gives them for {@link Locale#ROOT}, in a time that grows with their length. The JDK looks
 * for the borders of the word at each Σ and copies the text at each İ, which takes a time by the square of their number. For texts of the web of any length.
 * Pure, thread-safe.
 */
public final class LowerCase {

    private static final char SIGMA = 'Σ';
    private static final char DOTTED_I = 'İ';

    /** What stands within words beside marks and dashes. */
    private static final String WITHIN_WORDS = "\"'.\u00ad\u2027";

    private LowerCase() {}

    /** The text in small letters. */
    public static String of(String text) {
        boolean plain = text.indexOf(SIGMA) < 0 && text.indexOf(DOTTED_I) < 0;
        return (plain ? text : withoutSpecial(text)).toLowerCase(Locale.ROOT);
    }

    private static String withoutSpecial(String text) {
        StringBuilder plain = new StringBuilder(text.length() + 16);
        boolean isWithinWord = false;
        int width;
        for (int i = 0; i < text.length(); i += width) {
            int c = text.codePointAt(i);
            width = Character.charCount(c);
            if (c == SIGMA) {
                plain.append(isWithinWord && !goesOn(text, i + 1) ? 'ς' : 'σ');
            } else if (c == DOTTED_I) {
                plain.append("i\u0307");
            } else {
                plain.appendCodePoint(c);
            }
            isWithinWord = hasCase(c) || isWithinWord && standsWithinWords(c);
        }
        return plain.toString();
    }

    /** Whether another letter of the word follows. */
    private static boolean goesOn(String text, int from) {
        int at = from;
        while (at < text.length() && standsWithinWords(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at < text.length() && hasCase(text.codePointAt(at));
    }

    private static boolean hasCase(int c) {
        return Character.isLowerCase(c) || Character.isUpperCase(c) || Character.isTitleCase(c);
    }

    private static boolean standsWithinWords(int c) {
        int type = Character.getType(c);
        return CombiningMarks.isMark(c)
                || type == Character.ENCLOSING_MARK
                || type == Character.DASH_PUNCTUATION
                || WITHIN_WORDS.indexOf(c) >= 0;
    }
}
