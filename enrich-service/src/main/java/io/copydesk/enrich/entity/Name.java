package io.copydesk.enrich.entity;

import java.util.List;
import java.util.Locale;

/**
 * A run of words with capitals, at one place of a text.
 *
 * @param words as written
 * @param opening whether it opens a sentence
 * @param before the word before it in the sentence, lower case; empty when there is none or punctuation is between
 * @param after the word after it, likewise
 * @param titled whether a title comes before it
 */
record Name(List<String> words, boolean opening, String before, String after, boolean titled) {

    String text() {
        return String.join(" ", words);
    }

    String first() {
        return words.get(0).toLowerCase(Locale.ROOT);
    }

    String last() {
        return words.get(words.size() - 1).toLowerCase(Locale.ROOT);
    }
}
