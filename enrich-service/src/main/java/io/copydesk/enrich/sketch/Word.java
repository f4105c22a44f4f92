package io.copydesk.enrich.sketch;

/**
 * One word of a text.
 *
 * @param form the word, lower case, without a possessive ending
 * @param capital whether it was written with a capital
 * @param opening whether it opens a sentence or a line, where a capital is no evidence of a name
 * @param number whether it is a number
 */
record Word(WordForm form, boolean capital, boolean opening, boolean number) {

    String text() {
        return form.text();
    }

    Word asOpening() {
        return new Word(form, capital, true, number);
    }
}
