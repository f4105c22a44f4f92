package io.copydesk.enrich.story;

import io.copydesk.enrich.snapshot.SnapshotReader;
import io.copydesk.enrich.snapshot.SnapshotWriter;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lists of numbers by key, each ascending. Open addressing with linear probing; most keys have a single number, which is in the table
 * itself, so that such a key takes some twelve bytes. For one thread.
 */
final class PostingLists {

    /** No list. */
    static final int NONE = -1;

    private static final double FULL = 0.8;
    private static final double GROWTH = 1.5;
    private static final int LEAST_SLOTS = 256;
    private static final int LEAST_LISTS = 16;

    /** 2^32 divided by the golden ratio, for Fibonacci hashing (Knuth, volume 3, 6.4). */
    private static final int GOLDEN = 0x9E3779B1;

    /** Values of slots without a number: one that was never used, and one whose numbers were all removed. */
    private static final int FREE = 0;

    private static final int EMPTIED = -1;

    /** The value of the first list; those of the others are lower, by twice their place, and one more for a long one. */
    private static final int FIRST_LIST = -2;

    private static final int GROWTH_SHIFT = 2;

    private int[] keys = new int[LEAST_SLOTS];

    /** By slot a number and one, or where the list is. */
    private int[] values = new int[keys.length];

    private final ShortLists shortLists;

    /** Longer ones: how many numbers there are, and the numbers, with room for more. {@code null} for a place that is free. */
    private int[] @Nullable [] longLists = new int[LEAST_LISTS][];

    private int[] freePlaces = new int[LEAST_LISTS];
    private int freeCount;
    private int placed;

    /** Scratch for a short list and one number more. */
    private final int[] unpacked = new int[ShortLists.MOST + 1];

    /** Scratch for a short list, as long ones are. */
    private final int[] counted = new int[1 + ShortLists.MOST];

    /** Slots that are not free. */
    private int used;

    PostingLists() {
        this(new ShortLists());
    }

    private PostingLists(ShortLists shortLists) {
        this.shortLists = shortLists;
    }

    void write(SnapshotWriter out) throws IOException {
        shortLists.write(out);
        out.putInts(keys, keys.length);
        out.putInts(values, values.length);
        out.putInt(used);
        out.putInts(freePlaces, freeCount);
        out.putInt(placed);
        for (int place = 0; place < placed; place++) {
            int[] numbers = longLists[place];
            out.putBoolean(numbers != null);
            if (numbers != null) {
                out.putInts(numbers, numbers[0] + 1);
            }
        }
    }

    static PostingLists read(SnapshotReader in) throws IOException {
        PostingLists read = new PostingLists(ShortLists.read(in));
        read.keys = in.getInts();
        read.values = in.getInts();
        read.used = in.getInt();
        int[] free = in.getInts();
        read.freePlaces = Arrays.copyOf(free, Math.max(LEAST_LISTS, free.length));
        read.freeCount = free.length;
        read.placed = in.getInt();
        read.longLists = new int[Math.max(LEAST_LISTS, read.placed)][];
        for (int place = 0; place < read.placed; place++) {
            read.longLists[place] = in.getBoolean() ? in.getInts() : null;
        }
        return read;
    }

    /** Keys that there is room for, with some to spare. */
    int capacity() {
        return keys.length;
    }

    /** The list of a key, until the next change; {@link #NONE} when it is empty. */
    int list(int key) {
        int slot = slot(key);
        return values[slot] == FREE || values[slot] == EMPTIED ? NONE : slot;
    }

    int size(int list) {
        int value = values[list];
        if (value > FREE) {
            return 1;
        }
        return isLong(value) ? longList(value)[0] : shortLists.count(place(value));
    }

    /** All numbers of a list, until the next call of any method: how many there are, and the numbers. Not to be modified. */
    int[] numbers(int list) {
        int value = values[list];
        if (isLong(value)) {
            return longList(value);
        }
        counted[0] = 1;
        counted[1] = value - 1;
        if (value < FREE) {
            counted[0] = shortLists.read(place(value), unpacked);
            System.arraycopy(unpacked, 0, counted, 1, counted[0]);
        }
        return counted;
    }

    boolean contains(int list, int number) {
        int value = values[list];
        if (value > FREE) {
            return value - 1 == number;
        }
        if (isLong(value)) {
            return index(longList(value), number) >= 0;
        }
        int count = shortLists.read(place(value), unpacked);
        return Arrays.binarySearch(unpacked, 0, count, number) >= 0;
    }

    /** Adds a number that is not in the list of the key. */
    void add(int key, int number) {
        if (used + 1 > FULL * keys.length) {
            rebuild();
        }
        int slot = slot(key);
        int value = values[slot];
        used += value == FREE ? 1 : 0;
        keys[slot] = key;
        if (value == FREE || value == EMPTIED) {
            values[slot] = number + 1;
        } else if (value > FREE) {
            unpacked[0] = Math.min(value - 1, number);
            unpacked[1] = Math.max(value - 1, number);
            values[slot] = ofShort(shortLists.add(unpacked, 2));
        } else if (isLong(value)) {
            longLists[place(value)] = inserted(longList(value), number);
        } else {
            values[slot] = insertedIntoShort(place(value), number);
        }
    }

    /** The value of the slot with the number. */
    private int insertedIntoShort(int place, int number) {
        int count = shortLists.read(place, unpacked);
        int index = -1 - Arrays.binarySearch(unpacked, 0, count, number);
        System.arraycopy(unpacked, index, unpacked, index + 1, count - index);
        unpacked[index] = number;
        if (count < ShortLists.MOST) {
            return ofShort(shortLists.replace(place, unpacked, count + 1));
        }
        int[] numbers = new int[count + (count >> GROWTH_SHIFT) + 2];
        numbers[0] = count + 1;
        System.arraycopy(unpacked, 0, numbers, 1, count + 1);
        shortLists.remove(place);
        return FIRST_LIST - (put(numbers) << 1 | 1);
    }

    private static int[] inserted(int[] numbers, int number) {
        int size = numbers[0];
        int index = numbers[size] < number ? size + 1 : -1 - index(numbers, number);
        int[] more = size + 1 < numbers.length ? numbers : Arrays.copyOf(numbers, size + (size >> GROWTH_SHIFT) + 2);
        System.arraycopy(more, index, more, index + 1, size + 1 - index);
        more[index] = number;
        more[0] = size + 1;
        return more;
    }

    /** Removes a number that is in the list of the key. */
    void remove(int key, int number) {
        int slot = slot(key);
        int value = values[slot];
        if (value > FREE) {
            values[slot] = EMPTIED;
        } else if (isLong(value)) {
            values[slot] = removedFromLong(value, number);
        } else {
            values[slot] = removedFromShort(value, number);
        }
    }

    /** The value of the slot without the number. */
    private int removedFromLong(int value, int number) {
        int[] numbers = longList(value);
        int index = index(numbers, number);
        System.arraycopy(numbers, index + 1, numbers, index, numbers[0] - index);
        numbers[0]--;
        if (numbers[0] > ShortLists.MOST / 2) {
            return value;
        }
        free(place(value));
        System.arraycopy(numbers, 1, unpacked, 0, numbers[0]);
        return ofShort(shortLists.add(unpacked, numbers[0]));
    }

    private int removedFromShort(int value, int number) {
        int count = shortLists.read(place(value), unpacked);
        int index = Arrays.binarySearch(unpacked, 0, count, number);
        System.arraycopy(unpacked, index + 1, unpacked, index, count - 1 - index);
        if (count == 2) {
            shortLists.remove(place(value));
            return unpacked[0] + 1;
        }
        return ofShort(shortLists.replace(place(value), unpacked, count - 1));
    }

    private void free(int place) {
        longLists[place] = null;
        if (freeCount == freePlaces.length) {
            freePlaces = Arrays.copyOf(freePlaces, freeCount * 2);
        }
        freePlaces[freeCount++] = place;
    }

    /** The place of a long list that is added. */
    private int put(int[] numbers) {
        int place = freeCount > 0 ? freePlaces[--freeCount] : placed++;
        if (place == longLists.length) {
            longLists = Arrays.copyOf(longLists, place + (place >> GROWTH_SHIFT));
        }
        longLists[place] = numbers;
        return place;
    }

    private static int ofShort(int place) {
        return FIRST_LIST - (place << 1);
    }

    private static boolean isLong(int value) {
        return value < FREE && (FIRST_LIST - value & 1) != 0;
    }

    private static int place(int value) {
        return FIRST_LIST - value >>> 1;
    }

    private int[] longList(int value) {
        int[] numbers = longLists[place(value)];
        if (numbers == null) {
            throw new IllegalStateException("no list at " + value);
        }
        return numbers;
    }

    /** Where a number is in a long list, else -1 less where it would be inserted. */
    private static int index(int[] numbers, int number) {
        return Arrays.binarySearch(numbers, 1, 1 + numbers[0], number);
    }

    /** The slot of a key, else the free one where it would be added. */
    private int slot(int key) {
        int slot = (int) ((key * GOLDEN & 0xffffffffL) * keys.length >>> Integer.SIZE);
        while (values[slot] != FREE && keys[slot] != key) {
            slot = slot + 1 == keys.length ? 0 : slot + 1;
        }
        return slot;
    }

    /** Makes room for more keys than those that have numbers. */
    private void rebuild() {
        int[] oldKeys = keys;
        int[] oldValues = values;
        int alive = 0;
        for (int value : oldValues) {
            alive += value == FREE || value == EMPTIED ? 0 : 1;
        }
        keys = new int[Math.max(LEAST_SLOTS, (int) (GROWTH * alive / FULL))];
        values = new int[keys.length];
        used = alive;
        for (int old = 0; old < oldKeys.length; old++) {
            if (oldValues[old] != FREE && oldValues[old] != EMPTIED) {
                int slot = slot(oldKeys[old]);
                keys[slot] = oldKeys[old];
                values[slot] = oldValues[old];
            }
        }
    }
}
