package io.copydesk.enrich.entity;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A run of words with capitals, at one place of a text.
 *
 * @param words as written
 * @param start of its first character in the text, in UTF-16 code units
 * @param end after its last character
 * @param signs what its neighbours show of its kind
 */
record Name(List<String> words, int start, int end, Set<Sign> signs) {

    String text() {
        return String.join(" ", words);
    }

    String key() {
        return text().toLowerCase(Locale.ROOT);
    }

    String first() {
        return words.get(0).toLowerCase(Locale.ROOT);
    }

    String last() {
        return words.get(words.size() - 1).toLowerCase(Locale.ROOT);
    }

    boolean isWord() {
        return words.size() == 1;
    }
}
