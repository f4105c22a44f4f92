package io.copydesk.enrich.entity;

import io.copydesk.enrich.entity.Clues.Kind;

/**
 * An occurrence of a word, or of a punctuation mark.
 *
 * @param form the word, without a possessive ending
 * @param opening whether it opens a sentence or a line
 * @param plain whether its line is an ordinary one: neither all in capitals nor with a capital on nearly every word
 * @param start of its first character, in UTF-16 code units
 * @param end after the last character of {@code text}
 */
record Token(Word form, boolean opening, boolean plain, int start, int end) {

    String text() {
        return form.text();
    }

    String lower() {
        return form.lower();
    }

    boolean word() {
        return !form.isMark();
    }

    boolean capital() {
        return form.capital();
    }

    /** Whether all its letters are capitals, two or more. */
    boolean shouted() {
        return form.shouted();
    }

    boolean is(char mark) {
        return form.isMark() && form.text().charAt(0) == mark;
    }

    boolean is(Kind kind) {
        return form.is(kind);
    }

    /** The same in a line whose capitals tell nothing. */
    Token inHeadline() {
        return new Token(form, opening, false, start, end);
    }
}
