package io.copydesk.alerts.word;

import java.util.List;

/**
 * Words that have to stand one after the other.
 *
 * @param written as the rule has it
 * @param words as {@link FoldedWords} has them, at least one
 * @param isBeginning whether longer words that begin with the last one count too
 */
public record Phrase(String written, List<String> words, boolean isBeginning) {

    public Phrase {
        words = List.copyOf(words);
    }

    /**
     * A phrase as it is typed: {@code port closure}, {@code strik*}.
     *
     * @throws IllegalArgumentException when there is no word in it; the message says so
     */
    public static Phrase of(String written) {
        List<String> words = FoldedWords.of(written);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("there is no word in \"" + written + '"');
        }
        return new Phrase(written, words, written.strip().endsWith("*"));
    }
}
