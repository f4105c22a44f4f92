package io.copydesk.enrich.sketch;

import io.copydesk.extraction.resource.WordHashes;
import java.util.Set;

/** A set of words that says quickly of most others that they are not in it. Immutable. */
final class WordSet {

    private final Set<String> words;
    private final WordHashes hashes;

    WordSet(Set<String> words) {
        this.words = Set.copyOf(words);
        hashes = WordHashes.of(words);
    }

    boolean contains(String word) {
        return hashes.mayHold(word) && words.contains(word);
    }
}
