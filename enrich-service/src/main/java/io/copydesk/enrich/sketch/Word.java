package io.copydesk.enrich.sketch;

/**
 * One word of a text.
 *
 * @param text lower case, without a possessive ending
 * @param capital whether it was written with a capital
 * @param opening whether it opens a sentence or a line, where a capital is no evidence of a name
 * @param number whether it is a number
 */
record Word(String text, boolean capital, boolean opening, boolean number) {

    Word asOpening() {
        return new Word(text, capital, true, number);
    }
}
