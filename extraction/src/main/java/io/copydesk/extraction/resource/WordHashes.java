package io.copydesk.extraction.resource;

import java.util.Collection;

/**
 * A set of words by their {@link String#hashCode}. It fits the processor's cache, and a word that is read character by character can be looked up
 * without being allocated. False positives: about one word in a million. Immutable.
 */
public final class WordHashes {

    /** Open addressing, at most a quarter full; 0 is an empty slot. */
    private final int[] slots;
    /** Two bits for each slot, one of them set for each word: most words of a text end here. */
    private final long[] bits;

    private WordHashes(int size) {
        slots = new int[Integer.highestOneBit(Math.max(size, 8)) * 8];
        bits = new long[2 * slots.length / Long.SIZE];
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
        bits[hash >>> 6 & bits.length - 1] |= 1L << hash;
    }

    /** Whether {@code word} may be in the set; {@code false} is certain. */
    public boolean mayHold(String word) {
        return mayHold(word.hashCode());
    }

    /** The same for a word of this hash. */
    public boolean mayHold(int hash) {
        int mixed = mix(hash);
        if ((bits[mixed >>> 6 & bits.length - 1] & 1L << mixed) == 0) {
            return false;
        }
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
