package io.copydesk.enrich.story;

import io.copydesk.enrich.snapshot.SnapshotReader;
import io.copydesk.enrich.snapshot.SnapshotWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Short ascending lists of numbers, packed one behind the other: of each the number of its bytes, the first number, and how much each is
 * greater than the one before, seven bits a byte, the lowest first; all bytes but the last of a number have the eighth set (LEB128, as in
 * DWARF 5, 7.6). For one thread.
 */
final class ShortLists {

    /** Longer lists are searched too slowly. */
    static final int MOST = 32;

    private static final int GROUP = 7;
    private static final int MORE = 1 << GROUP;
    private static final int MOST_BYTES = 5;

    /** Bytes that a list's place counts in. */
    private static final int UNIT = 4;

    private static final int CHUNK_UNITS = 1 << 12;
    private static final int NONE = -1;

    private final List<byte[]> chunks = new ArrayList<>();

    /** Units in all chunks that were used at some time. */
    private int used;

    /** By the units of a list the last one that was removed, which holds the place of the one that was removed before. */
    private final int[] free = new int[units(MOST * MOST_BYTES) + 1];

    private final byte[] packed = new byte[1 + MOST * MOST_BYTES];

    ShortLists() {
        Arrays.fill(free, NONE);
    }

    void write(SnapshotWriter out) throws IOException {
        out.putInt(used);
        out.putInts(free, free.length);
        out.putInt(chunks.size());
        for (byte[] chunk : chunks) {
            out.putBytes(chunk);
        }
    }

    static ShortLists read(SnapshotReader in) throws IOException {
        ShortLists read = new ShortLists();
        read.used = in.getInt();
        int[] places = in.getInts();
        System.arraycopy(places, 0, read.free, 0, places.length);
        for (int left = in.getInt(); left > 0; left--) {
            read.chunks.add(in.getBytes());
        }
        return read;
    }

    /**
     * Adds a list.
     *
     * @param numbers ascending
     * @param count how many of them, {@value #MOST} at most
     * @return its place
     */
    int add(int[] numbers, int count) {
        int size = pack(numbers, count);
        int place = place(units(size));
        System.arraycopy(packed, 0, chunk(place), offset(place), 1 + size);
        return place;
    }

    /** Puts a list in the place of another, and returns its place, which may be another. */
    int replace(int place, int[] numbers, int count) {
        int size = pack(numbers, count);
        if (units(size) != units(size(place))) {
            remove(place);
            return add(numbers, count);
        }
        System.arraycopy(packed, 0, chunk(place), offset(place), 1 + size);
        return place;
    }

    void remove(int place) {
        int units = units(size(place));
        int next = free[units];
        byte[] chunk = chunk(place);
        for (int i = 0; i < UNIT; i++) {
            chunk[offset(place) + i] = (byte) (next >>> i * Byte.SIZE);
        }
        free[units] = place;
    }

    /**
     * Unpacks a list.
     *
     * @param into has room for {@value #MOST} numbers
     * @return how many there are
     */
    int read(int place, int[] into) {
        byte[] chunk = chunk(place);
        int at = offset(place) + 1;
        int end = at + size(place);
        int count = 0;
        int number = 0;
        while (at < end) {
            int shift = 0;
            int next = chunk[at++];
            int more = next & MORE - 1;
            while (next < 0) {
                next = chunk[at++];
                shift += GROUP;
                more |= (next & MORE - 1) << shift;
            }
            number += more;
            into[count++] = number;
        }
        return count;
    }

    /** How many numbers a list has. */
    int count(int place) {
        byte[] chunk = chunk(place);
        int from = offset(place) + 1;
        int count = 0;
        for (int at = from; at < from + size(place); at++) {
            count += chunk[at] >= 0 ? 1 : 0;
        }
        return count;
    }

    /** Packs a list with the number of its bytes before it, which is returned. */
    private int pack(int[] numbers, int count) {
        int size = 0;
        int before = 0;
        for (int i = 0; i < count; i++) {
            int rest = numbers[i] - before;
            before = numbers[i];
            while (rest >>> GROUP != 0) {
                packed[++size] = (byte) (rest | MORE);
                rest >>>= GROUP;
            }
            packed[++size] = (byte) rest;
        }
        packed[0] = (byte) size;
        return size;
    }

    private int place(int units) {
        int place = free[units];
        if (place != NONE) {
            free[units] = next(place);
            return place;
        }
        if (used / CHUNK_UNITS != (used + units - 1) / CHUNK_UNITS) {
            used = (used / CHUNK_UNITS + 1) * CHUNK_UNITS;
        }
        if (used / CHUNK_UNITS == chunks.size()) {
            chunks.add(new byte[CHUNK_UNITS * UNIT]);
        }
        used += units;
        return used - units;
    }

    private int next(int place) {
        byte[] chunk = chunk(place);
        int next = 0;
        for (int i = 0; i < UNIT; i++) {
            next |= (chunk[offset(place) + i] & 0xff) << i * Byte.SIZE;
        }
        return next;
    }

    private int size(int place) {
        return chunk(place)[offset(place)] & 0xff;
    }

    private static int units(int size) {
        return (1 + size + UNIT - 1) / UNIT;
    }

    private byte[] chunk(int place) {
        return chunks.get(place / CHUNK_UNITS);
    }

    private static int offset(int place) {
        return place % CHUNK_UNITS * UNIT;
    }
}
