package io.copydesk.enrich.dedup;

import io.copydesk.enrich.snapshot.SnapshotReader;
import io.copydesk.enrich.snapshot.SnapshotWriter;
import java.io.IOException;

/**
 * Keys with the numbers of the texts that have them, in four bytes a place: open addressing with linear probing. A place holds a text's number and as many low
 * bits of the key as there is room for, and where it is depends on the whole key. So a place may seem to hold a key that is another, and none of a key is missed.
 * For one thread.
 */
final class KeyTable {

    /** What {@link #seek} returns when no place is left that seems to hold the key. */
    static final int NONE = -1;

    private static final double FULL = 0.88;
    private static final double GROWTH = 1.5;
    private static final int LEAST_PLACES = 256;
    private static final int LEAST_NUMBER_BITS = 8;

    /** Arrays of a few more are refused by the virtual machine. */
    private static final int MOST_PLACES = Integer.MAX_VALUE - 8;

    private static final int FREE = 0;
    private static final int REMOVED = -1;

    private final int[] places;

    /** Bits of a place that hold a text's number, 1 and up. */
    private final int numberBits;

    /** Places that are not free: those with a key, and those of which one was removed. */
    private int used;

    private KeyTable(int[] places, int numberBits) {
        this.places = places;
        this.numberBits = numberBits;
    }

    /**
     * An empty table with room for so many keys and half as many more, or for as many as there can be, of texts with numbers up to half as high again.
     *
     * @throws IllegalStateException when these keys alone have no room
     */
    static KeyTable of(long keys, int numbers) {
        int numberBits = LEAST_NUMBER_BITS;
        while (numbers + (numbers >> 1) + 2 >= 1 << numberBits) {
            numberBits++;
        }
        return new KeyTable(new int[places(keys)], numberBits);
    }

    static int places(long keys) {
        if (keys > FULL * MOST_PLACES) {
            throw new IllegalStateException("no table has room for " + keys
                    + " keys of texts of thirty days: fewer articles must be kept, see enrich.retention");
        }
        return (int) Math.max(LEAST_PLACES, Math.min(MOST_PLACES, Math.ceil(keys * GROWTH / FULL)));
    }

    void write(SnapshotWriter out) throws IOException {
        out.putInt(numberBits);
        out.putInt(used);
        out.putInts(places, places.length);
    }

    static KeyTable read(SnapshotReader in) throws IOException {
        int numberBits = in.getInt();
        int used = in.getInt();
        KeyTable table = new KeyTable(in.getInts(), numberBits);
        table.used = used;
        return table;
    }

    /** Whether there is room for the keys of a text with this number, so that runs of places that are not free stay short. */
    boolean hasRoom(int number, int keys) {
        return number + 1 < 1 << numberBits && used + keys <= FULL * places.length;
    }

    /** Whether so many keys can be put at all: where they are, runs may be long until the table is given up. */
    boolean holds(int keys) {
        return used + keys <= (1 + FULL) / 2 * places.length;
    }

    /** The first place that seems to hold a key, {@link #NONE} for none. */
    int first(int key) {
        return seek(key, home(key));
    }

    /** The next place after one that seems to hold a key, {@link #NONE} for none. */
    int after(int key, int place) {
        return seek(key, next(place));
    }

    private int seek(int key, int from) {
        int mask = -1 << numberBits;
        int tag = key << numberBits;
        int place = from;
        for (int held = places[place]; held != FREE; held = places[place]) {
            if ((held & mask) == tag && held != REMOVED) {
                return place;
            }
            place = next(place);
        }
        return NONE;
    }

    /** The number of the text that a place holds a key of. */
    int number(int place) {
        return places[place] & ~(-1 << numberBits);
    }

    /**
     * Puts a key of a text into the first place that holds none.
     *
     * @return how many places seem to hold the key now
     */
    int put(int key, int number) {
        int mask = -1 << numberBits;
        int tag = key << numberBits;
        int free = NONE;
        int having = 1;
        int place = home(key);
        for (int held = places[place]; held != FREE; held = places[place]) {
            if (held == REMOVED) {
                free = free == NONE ? place : free;
            } else if ((held & mask) == tag) {
                having++;
            }
            place = next(place);
        }
        used += free == NONE ? 1 : 0;
        places[free == NONE ? place : free] = tag | number;
        return having;
    }

    void remove(int place) {
        places[place] = REMOVED;
    }

    /** Fibonacci hashing, as the keys of texts are the lowest of all hashes. */
    private int home(int key) {
        return (int) ((key * 0x9E3779B1 & 0xffffffffL) * places.length >>> Integer.SIZE);
    }

    private int next(int place) {
        return place + 1 == places.length ? 0 : place + 1;
    }
}
