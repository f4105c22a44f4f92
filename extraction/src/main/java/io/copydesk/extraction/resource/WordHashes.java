package io.copydesk.extraction.resource;

import java.util.Collection;

/**
 * A set of words by their {@link String#hashCode}. It stays near the processor, where a large map does not, and a word that is read character by
 * character can be looked up without making it. One word in a million is taken for one of the set. Immutable.
 */
public final class WordHashes {

    /** Open addressing, at most a quarter full; 0 is an empty slot. */
    private final int[] slots;

    private WordHashes(int size) {
        slots = new int[Integer.highestOneBit(Math.max(size, 1)) * 8];
    }

    /** The set of {@code words}. */
    public static WordHashes of(Collection<String> words) {
        WordHashes hashes = new WordHashes(words.size());
        words.forEach(hashes::add);
        return hashes;
    }

    private void add(String word) {
        int hash = mix(word.hashCode());
        int at = hash & slots.length - 1;
        while (slots[at] != 0 && slots[at] != hash) {
            at = at + 1 & slots.length - 1;
        }
        slots[at] = hash;
    }

    /** Whether {@code word} may be in the set; {@code false} is certain. */
    public boolean mayHold(String word) {
        return mayHold(word.hashCode());
    }

    /** The same for a word of this hash. */
    public boolean mayHold(int hash) {
        int mixed = mix(hash);
        int at = mixed & slots.length - 1;
        while (slots[at] != 0) {
            if (slots[at] == mixed) {
                return true;
            }
            at = at + 1 & slots.length - 1;
        }
        return false;
    }

    private static int mix(int hash) {
        int mixed = hash * 0x9E3779B9;
        mixed ^= mixed >>> 15;
        return mixed == 0 ? 1 : mixed;
    }
}
