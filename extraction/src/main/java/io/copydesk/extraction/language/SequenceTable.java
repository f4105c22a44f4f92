package io.copydesk.extraction.language;

import java.util.Arrays;

/** Numbers by the hashes of letter sequences: open addressing, so that a look-up reads one place of memory. Filled once, then thread-safe. */
final class SequenceTable {

    /** No number. */
    static final int NONE = -1;

    /** Hashes in the upper halves, numbers in the lower ones. */
    private final long[] slots;

    private final int mask;

    /** An empty table for {@code count} sequences. */
    SequenceTable(int count) {
        mask = Integer.highestOneBit(Math.max(1, count) * 2 - 1) * 2 - 1;
        slots = new long[mask + 1];
        Arrays.fill(slots, NONE);
    }

    /** Adds a number, at least 0; of equal hashes the first counts. */
    void put(int hash, int number) {
        int slot = hash & mask;
        while ((int) slots[slot] != NONE) {
            slot = slot + 1 & mask;
        }
        slots[slot] = (long) hash << Integer.SIZE | number;
    }

    /** The number of the sequence with this hash, or {@link #NONE}. */
    int find(int hash) {
        for (int slot = hash & mask; ; slot = slot + 1 & mask) {
            long found = slots[slot];
            if ((int) (found >>> Integer.SIZE) == hash || (int) found == NONE) {
                return (int) found;
            }
        }
    }
}
