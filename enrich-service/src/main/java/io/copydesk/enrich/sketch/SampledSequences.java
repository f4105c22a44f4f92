package io.copydesk.enrich.sketch;

import java.util.Arrays;

/**
 * The different word sequences of a text that are sampled. Their hashes begin with as many zero bits as leave few enough of them: they are counted
 * before they are sorted, as most of a long text are left out.
 *
 * @param level the zero bits that the hashes begin with
 * @param hashes of the sequences, ascending
 * @param places where each comes first, the number of words before it
 */
record SampledSequences(int level, long[] hashes, int[] places) {

    /** Lower bits of a hash that give way to a place while both are sorted: a text has no more words than fit. */
    private static final int PLACE_BITS = 15;

    private static final int PLACE_MASK = (1 << PLACE_BITS) - 1;

    /**
     * The sample of a text.
     *
     * @param all the hash of each sequence, in {@link Shingles#HASH_BITS} bits, {@link Shingles#NONE} for one that is left out; {@link WordTokenizer#LIMIT} at most
     * @param most how many are sampled where a level leaves so few
     * @param mostLevel the greatest level
     */
    static SampledSequences of(long[] all, int most, int mostLevel) {
        int[] first = firstPlaces(all);
        int[] ofLevel = new int[mostLevel + 1];
        for (int place : first) {
            ofLevel[Math.min(mostLevel, zeros(all[place]))]++;
        }
        int level = 0;
        int left = first.length;
        for (; left > most && level < mostLevel; level++) {
            left -= ofLevel[level];
        }
        long[] sorted = new long[left];
        int count = 0;
        for (int place : first) {
            if (zeros(all[place]) >= level) {
                sorted[count++] = all[place] & ~PLACE_MASK | place;
            }
        }
        return sorted(level, all, sorted);
    }

    private static int zeros(long hash) {
        return Long.numberOfLeadingZeros(hash) - (Long.SIZE - Shingles.HASH_BITS);
    }

    /** The first place of each different hash. */
    private static int[] firstPlaces(long[] all) {
        int[] slots = new int[Integer.highestOneBit(all.length + 1) * 4]; // open addressing, at most half full
        int[] first = new int[all.length];
        int count = 0;
        for (int i = 0; i < all.length; i++) {
            long hash = all[i];
            if (hash == Shingles.NONE) {
                continue;
            }
            int slot = (int) hash & slots.length - 1;
            while (slots[slot] != 0 && all[slots[slot] - 1] != hash) {
                slot = slot + 1 & slots.length - 1;
            }
            if (slots[slot] == 0) {
                slots[slot] = i + 1;
                first[count++] = i;
            }
        }
        return Arrays.copyOf(first, count);
    }

    private static SampledSequences sorted(int level, long[] all, long[] upperBitsAndPlaces) {
        Arrays.sort(upperBitsAndPlaces);
        long[] hashes = new long[upperBitsAndPlaces.length];
        int[] places = new int[hashes.length];
        for (int i = 0; i < hashes.length; i++) {
            int place = (int) upperBitsAndPlaces[i] & PLACE_MASK;
            int at = i;
            for (; at > 0 && hashes[at - 1] > all[place]; at--) { // only where the upper bits of two are equal
                hashes[at] = hashes[at - 1];
                places[at] = places[at - 1];
            }
            hashes[at] = all[place];
            places[at] = place;
        }
        return new SampledSequences(level, hashes, places);
    }
}
