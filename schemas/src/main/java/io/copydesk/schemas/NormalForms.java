package io.copydesk.schemas;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/**
 * Texts in normalization forms (Unicode Standard Annex #15); ASCII is in all of them. To put marks in order, and to tell whether they are, takes the JDK a time that grows by the
 * square of their number, so of more that stand one after the other the first {@value #MOST_MARKS} are kept: so many a process must be able to keep
 * (ibid. §13), and no language writes more than a few. Nothing else may call {@link Normalizer}. Pure, thread-safe.
 */
public final class NormalForms {

    /** Marks of one letter that are kept. */
    static final int MOST_MARKS = 30;

    private static final char FIRST_ABOVE_ASCII = 0x80;
    private static final char FIRST_MARK = 0x300;

    private NormalForms() {}

    /** The text in the form NFKC; the same object when it is ASCII. */
    public static String nfkc(String text) {
        return of(text, Form.NFKC);
    }

    /** The text in a form. */
    public static String of(String text, Form form) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_ABOVE_ASCII) {
                return Normalizer.normalize(withFewMarks(text), form);
            }
        }
        return text;
    }

    /** The text without the marks beyond the most of a letter; the same object when there are none. */
    private static String withFewMarks(String text) {
        StringBuilder kept = null;
        int marks = 0;
        int width;
        for (int i = 0; i < text.length(); i += width) {
            int c = text.charAt(i);
            width = 1;
            if (Character.isHighSurrogate((char) c)) {
                c = text.codePointAt(i);
                width = Character.charCount(c);
            }
            marks = c >= FIRST_MARK && CombiningMarks.isMark(c) ? marks + 1 : 0;
            if (marks > MOST_MARKS && kept == null) {
                kept = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (kept != null && marks <= MOST_MARKS) {
                kept.appendCodePoint(c);
            }
        }
        return kept == null ? text : kept.toString();
    }
}
