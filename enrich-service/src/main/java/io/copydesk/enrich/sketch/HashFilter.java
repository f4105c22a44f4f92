package io.copydesk.enrich.sketch;

/**
 * Tells of most hashes that are not in a set that they are not, in one read: a bit for the lowest bits of each hash that is in (Bloom 1970, with one function).
 */
final class HashFilter {

    private final long[] bits;

    /** @param size of the filter in bits, a power of two and 64 at least */
    HashFilter(int size) {
        bits = new long[size / Long.SIZE];
    }

    void add(int hash) {
        bits[hash >>> 6 & bits.length - 1] |= 1L << hash;
    }

    /** Whether a hash may be in; {@code false} is never wrong. */
    boolean mayContain(int hash) {
        return (bits[hash >>> 6 & bits.length - 1] >>> hash & 1) != 0;
    }
}
