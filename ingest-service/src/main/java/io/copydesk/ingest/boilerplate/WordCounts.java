package io.copydesk.ingest.boilerplate;

import java.util.function.IntConsumer;

/** How often words occur on a page, words as 16-bit hashes. Open addressing with linear probing, at most half full. Not thread-safe. */
final class WordCounts {

    private static final int LEAST_SLOTS = 16;

    private final char[] words;
    private final int[] counts;
    private final int shift;

    /** Room for {@code most} words, counted as often as they occur. */
    WordCounts(int most) {
        int slots = Math.max(LEAST_SLOTS, Integer.highestOneBit(Math.max(1, most)) << 2);
        words = new char[slots];
        counts = new int[slots];
        shift = Integer.numberOfLeadingZeros(slots) + 1;
    }

    /** Counts a word once more. */
    void add(char word) {
        int slot = slot(word);
        words[slot] = word;
        counts[slot]++;
    }

    /** How often a word was counted. */
    int of(char word) {
        return counts[slot(word)];
    }

    /** Passes on each word that was counted. */
    void forEachWord(IntConsumer consumer) {
        for (int slot = 0; slot < counts.length; slot++) {
            if (counts[slot] > 0) {
                consumer.accept(words[slot]);
            }
        }
    }

    /** Where a word is, or else the free slot that it would be put into. */
    private int slot(char word) {
        int slot = word * 0x9E3779B1 >>> shift;
        while (counts[slot] > 0 && words[slot] != word) {
            slot = slot + 1 & counts.length - 1;
        }
        return slot;
    }
}
