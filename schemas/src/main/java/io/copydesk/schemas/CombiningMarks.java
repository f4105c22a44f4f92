package io.copydesk.schemas;

/**
 * Marks that belong to the letter before them: accents on their own, and the vowel signs that carry half of a word in the scripts of southern Asia
 * (Unicode Standard §2.11, general categories Mn and Mc). {@link Character#isLetter(int)} is false of them. Pure, thread-safe.
 */
public final class CombiningMarks {

    private CombiningMarks() {}

    /** Whether {@code codePoint} is a nonspacing or a spacing combining mark; enclosing marks (Me) are not. */
    public static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
