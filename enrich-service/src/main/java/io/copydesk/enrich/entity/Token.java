package io.copydesk.enrich.entity;

import java.util.Locale;

/**
 * A word, or a punctuation mark.
 *
 * @param text without a possessive ending
 * @param lower the same in lower case
 * @param word whether it is a word
 * @param opening whether it opens a sentence or a line
 * @param plain whether its line is an ordinary one: neither all in capitals nor with a capital on nearly every word
 * @param start of its first character, in UTF-16 code units
 * @param end after the last character of {@code text}
 */
record Token(String text, String lower, boolean word, boolean opening, boolean plain, int start, int end) {

    boolean capital() {
        return word
                && !isPronoun()
                && (Character.isUpperCase(text.codePointAt(0))
                        || text.length() > 3 && text.startsWith("al-") && Character.isUpperCase(text.charAt(3)));
    }

    /** The English "I", also with a verb. */
    private boolean isPronoun() {
        return text.charAt(0) == 'I' && (text.length() == 1 || text.charAt(1) == '\'' || text.charAt(1) == '’');
    }

    /** Whether all its letters are capitals, two or more. */
    boolean shouted() {
        return word
                && text.codePoints().filter(Character::isUpperCase).count() >= 2
                && text.codePoints().noneMatch(Character::isLowerCase);
    }

    boolean is(char mark) {
        return !word && text.charAt(0) == mark;
    }

    static Token of(String text, boolean word, boolean opening, int start, int end) {
        return new Token(text, word ? text.toLowerCase(Locale.ROOT) : text, word, opening, true, start, end);
    }

    /** The same in a line whose capitals tell nothing. */
    Token inHeadline() {
        return new Token(text, lower, word, opening, false, start, end);
    }
}
