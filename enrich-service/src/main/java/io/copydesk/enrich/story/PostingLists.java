package io.copydesk.enrich.story;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lists of numbers by key, each ascending. Open addressing with linear probing; most keys have a single number, which is in the table
 * itself, so that such a key takes some thirty bytes. For one thread.
 */
final class PostingLists {

    /** No list. */
    static final int NONE = -1;

    private static final double FULL = 0.7;

    /** 2^64 divided by the golden ratio, for Fibonacci hashing (Knuth, volume 3, 6.4). */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private static final int FREE = 0;

    /** The size of a list whose numbers were all removed: its slot is free when the table is rebuilt. */
    private static final int EMPTIED = -1;

    private long[] keys = new long[256];
    private int[] sizes = new int[keys.length];

    /** The number of each list of one. */
    private int[] single = new int[keys.length];

    /** Longer lists, with room for more. */
    private int[] @Nullable [] lists = new int[keys.length][];

    /** Slots that are not free. */
    private int used;

    /** Keys that there is room for, with some to spare. */
    int capacity() {
        return keys.length;
    }

    /** The list of a key, until the next change; {@link #NONE} when it is empty. */
    int list(long key) {
        int slot = slot(key);
        return sizes[slot] > 0 ? slot : NONE;
    }

    int size(int list) {
        return sizes[list];
    }

    int number(int list, int index) {
        int[] numbers = lists[list];
        return numbers == null ? single[list] : numbers[index];
    }

    boolean contains(int list, int number) {
        int[] numbers = lists[list];
        return numbers == null ? single[list] == number : place(numbers, sizes[list], number) >= 0;
    }

    /** Adds a number that is not in the list of the key. */
    void add(long key, int number) {
        if (used + 1 > FULL * keys.length) {
            rebuild();
        }
        int slot = slot(key);
        int size = Math.max(0, sizes[slot]);
        used += sizes[slot] == FREE ? 1 : 0;
        keys[slot] = key;
        sizes[slot] = size + 1;
        if (size == 0) {
            single[slot] = number;
        } else {
            insert(slot, size, number);
        }
    }

    private void insert(int slot, int size, int number) {
        int[] numbers = lists[slot];
        if (numbers == null) {
            numbers = new int[] {single[slot], 0};
        } else if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size + (size >> 1) + 1);
        }
        int place = numbers[size - 1] < number ? size : -1 - place(numbers, size, number);
        System.arraycopy(numbers, place, numbers, place + 1, size - place);
        numbers[place] = number;
        lists[slot] = numbers;
    }

    /** Removes a number that is in the list of the key. */
    void remove(long key, int number) {
        int slot = slot(key);
        int size = sizes[slot];
        int[] numbers = lists[slot];
        if (size == 1) {
            sizes[slot] = EMPTIED;
            lists[slot] = null;
        } else if (numbers != null) {
            int place = place(numbers, size, number);
            System.arraycopy(numbers, place + 1, numbers, place, size - place - 1);
            sizes[slot] = size - 1;
        }
    }

    private static int place(int[] numbers, int size, int number) {
        return Arrays.binarySearch(numbers, 0, size, number);
    }

    /** The slot of a key, else the free one where it would be added. */
    private int slot(long key) {
        int slot = (int) ((key * GOLDEN >>> Integer.SIZE) * keys.length >>> Integer.SIZE);
        while (sizes[slot] != FREE && keys[slot] != key) {
            slot = slot + 1 == keys.length ? 0 : slot + 1;
        }
        return slot;
    }

    /** Makes room for twice the lists that are not empty. */
    private void rebuild() {
        long[] oldKeys = keys;
        int[] oldSizes = sizes;
        int[] oldSingle = single;
        int[] @Nullable [] oldLists = lists;
        int alive = (int) Arrays.stream(oldSizes).filter(size -> size > 0).count();
        keys = new long[Math.max(keys.length, (int) (2 * alive / FULL))];
        sizes = new int[keys.length];
        single = new int[keys.length];
        lists = new int[keys.length][];
        used = alive;
        for (int old = 0; old < oldKeys.length; old++) {
            if (oldSizes[old] > 0) {
                int slot = slot(oldKeys[old]);
                keys[slot] = oldKeys[old];
                sizes[slot] = oldSizes[old];
                single[slot] = oldSingle[old];
                lists[slot] = oldLists[old];
            }
        }
    }
}
