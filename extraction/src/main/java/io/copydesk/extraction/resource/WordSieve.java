package io.copydesk.extraction.resource;

/**
 * Tells words that are in no list from those that may be, in a few kilobytes that stay near the processor: most words of a text are in none, and a
 * look into a large map costs far more (Bloom 1970, with one hash). Not thread-safe while words are added.
 */
public final class WordSieve {

    private static final int BITS = 1 << 16;

    private final long[] bits = new long[BITS / Long.SIZE];

    /** Adds a word. */
    public void add(String word) {
        int at = place(word);
        bits[at >>> 6] |= 1L << at;
    }

    /** Whether {@code word} may have been added; {@code false} is certain. */
    public boolean mayHold(String word) {
        int at = place(word);
        return (bits[at >>> 6] & 1L << at) != 0;
    }

    private static int place(String word) {
        int hash = word.hashCode();
        return (hash ^ hash >>> 16) & BITS - 1;
    }
}
