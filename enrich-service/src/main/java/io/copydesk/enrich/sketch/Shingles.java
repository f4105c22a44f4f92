package io.copydesk.enrich.sketch;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A sample of a text's word sequences, from which the share of one text that is contained in another is estimated (Broder 1997).
 *
 * <p>Of a text with more than {@value #MOST} of them, only those whose hash begins with a number of zero bits (the level) are kept: two
 * samples are compared at the coarser of their rates, so the estimate has no bias towards either. Immutable.
 */
public final class Shingles {

    /** Words of a sequence: a changed word changes three sequences; longer sequences lose more. */
    private static final int WIDTH = 3;

    private static final int LEAD_WIDTH = 2;
    private static final int LEAD_WORDS = 80;
    private static final int MOST = 256;

    /** Stands for a sequence that is left out. */
    static final long NONE = -1;

    /** Hashes are numbers of so many bits; of a sample of level n, the first n are zero. */
    static final int HASH_BITS = 63;

    private static final int MOST_LEVEL = 16;
    private static final int LEVEL_BITS = 5;
    private static final int COUNT_BITS = 9;

    /** Bits of each hash that are kept, those after the zero ones; two samples of 256 have one hash in common by chance. */
    private static final int VALUE_BITS = 16;

    private static final int LEAD_VALUE_BITS = 13;

    /** Keys are hashes with so many leading zero bits; the {@value #KEY_BITS} bits that follow are kept. */
    private static final int KEY_LEVEL = 3;

    private static final int KEY_BITS = 26;
    private static final int KEY_MASK = (1 << KEY_BITS) - 1;

    private static final int LEAST_KEYS = 8;
    private static final int MOST_KEYS = 48;

    /** Arbitrary: it selects which sequences are sampled; scores differ by .01 between seeds (docs/quality.md). */
    private static final long SEED = 2;

    static final long HASH_OF_NONE = 0xcbf29ce484222325L;

    private final int level;
    private final int width;

    /** Ascending, as are the hashes that they are from. */
    private final int[] values;

    private final int[] keys;

    /** Of each value, the number of words before its first sequence; of a fresh sample alone, as others do not keep them. */
    private final int[] places;

    private Shingles(int level, int width, int[] values, int[] keys, int[] places) {
        this.level = level;
        this.width = width;
        this.values = values;
        this.keys = keys;
        this.places = places;
    }

    /**
     * The sample of a text; runs of weak words alone are left out.
     *
     * @param words hashes of the words
     * @param weak which of them are weak
     */
    static Shingles of(long[] words, BitSet weak) {
        SampledSequences sample = SampledSequences.of(sequences(words, weak, WIDTH), MOST, MOST_LEVEL);
        long[] hashes = sample.hashes();
        int level = sample.level();
        int count = Math.min(hashes.length, MOST);
        int[] keys = new int[keys(countBelow(hashes, 1L << HASH_BITS - KEY_LEVEL), count)];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (int) (hashes[i] >>> HASH_BITS - KEY_LEVEL - KEY_BITS) & KEY_MASK;
        }
        return new Shingles(
                level,
                VALUE_BITS,
                values(hashes, count, level, VALUE_BITS),
                keys,
                Arrays.copyOf(sample.places(), count));
    }

    /** All pairs of words from a text's beginning; weak words are passed over. */
    static Shingles ofLead(long[] words, BitSet weak) {
        long[] lead = new long[LEAD_WORDS];
        int count = 0;
        for (int i = 0; i < words.length && count < LEAD_WORDS; i++) {
            if (!weak.get(i)) {
                lead[count++] = words[i];
            }
        }
        long[] hashes = distinct(sequences(Arrays.copyOf(lead, count), new BitSet(), LEAD_WIDTH));
        return new Shingles(
                0, LEAD_VALUE_BITS, values(hashes, hashes.length, 0, LEAD_VALUE_BITS), new int[0], new int[0]);
    }

    /** The hash of the sequence that begins with each word, {@link #NONE} of one of weak words alone. */
    private static long[] sequences(long[] words, BitSet weak, int most) {
        int width = Math.min(most, words.length);
        long[] all = new long[width == 0 ? 0 : words.length - width + 1];
        int lastStrong = -1;
        for (int i = 0; i < words.length; i++) {
            lastStrong = weak.get(i) ? lastStrong : i;
            int start = i - width + 1;
            if (start >= 0) {
                long hash = SEED;
                for (int j = start; j <= i; j++) {
                    hash = mix(hash * 31 + words[j]);
                }
                all[start] = lastStrong >= start ? hash >>> Long.SIZE - HASH_BITS : NONE;
            }
        }
        return all;
    }

    /** The different hashes, ascending. */
    private static long[] distinct(long[] all) {
        long[] sorted = all.clone();
        Arrays.sort(sorted);
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (sorted[i] != NONE && (i == 0 || sorted[i] != sorted[i - 1])) {
                sorted[distinct++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, distinct);
    }

    private static int[] values(long[] hashes, int count, int level, int width) {
        int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] = (int) (hashes[i] >>> HASH_BITS - level - width);
        }
        return values;
    }

    private static int countBelow(long[] hashes, long limit) {
        int found = Arrays.binarySearch(hashes, limit);
        return found < 0 ? -found - 1 : found;
    }

    private static int countBelow(int[] values, int limit) {
        int count = 0;
        while (count < values.length && values[count] < limit) {
            count++;
        }
        return count;
    }

    private static int keys(int regular, int count) {
        return Math.min(count, Math.max(LEAST_KEYS, Math.min(MOST_KEYS, regular)));
    }

    /** Of each sequence that is kept, the number of words before it in the text; none unless this sample was just made. */
    int[] places() {
        return places;
    }

    /** How many sequences of this sample there are at the rate that it has in common with {@code other}; the first of them. */
    int atCommonRate(Shingles other) {
        int finer = Math.max(0, other.level - level);
        return finer == 0 ? values.length : countBelow(values, 1 << width - finer);
    }

    /**
     * Hands over the indices of all sequences of two samples that are kept as equal values; one may be equal to several, by chance.
     *
     * @param common receives the index in this sample and in the other
     */
    void match(Shingles other, IntBinaryConsumer common) {
        int finer = Math.max(0, other.level - level);
        int coarser = Math.max(0, level - other.level);
        int count = atCommonRate(other);
        int first = 0;
        for (int i = 0; i < count; i++) {
            int value = values[i] >>> coarser;
            while (first < other.values.length && other.values[first] >>> finer < value) {
                first++;
            }
            for (int j = first; j < other.values.length && other.values[j] >>> finer == value; j++) {
                common.accept(i, j);
            }
        }
    }

    /** Takes two numbers. */
    interface IntBinaryConsumer {
        void accept(int one, int other);
    }

    /** How many are kept. */
    public int size() {
        return values.length;
    }

    /** The share of this text that is contained in {@code other}, and of {@code other} in this, with sample sizes. */
    public Containment in(Shingles other) {
        return level <= other.level ? inCoarser(other) : other.inCoarser(this).turned();
    }

    private Containment inCoarser(Shingles other) {
        int finer = other.level - level;
        int first = 0;
        int common = 0;
        int j = 0;
        for (int value : values) {
            if (finer > 0 && value >>> width - finer != 0) {
                break;
            }
            first++;
            while (j < other.values.length && other.values[j] >>> finer < value) {
                j++;
            }
            if (j < other.values.length && other.values[j] >>> finer == value) {
                common++;
                j++;
            }
        }
        int second = other.values.length;
        int corrected = Math.max(0, common - byChance(first - common, second - common, finer));
        return new Containment(first, second, corrected, other.level);
    }

    /** Expected number of different hashes of two samples that are kept as the same value. */
    private int byChance(int first, int second, int finer) {
        return Math.round((float) first * second / (1 << Math.max(0, width - finer)));
    }

    /**
     * Keys by which texts that share something are looked up, ascending by their sequences' hashes; a pure
     * function of the text.
     */
    public int[] keys() {
        return keys.clone();
    }

    /** How many keys the two have in common. */
    public int sharedKeys(Shingles other) {
        return shared(ascending(keys), ascending(other.keys));
    }

    /** How many numbers two ascending arrays have in common. */
    static int shared(int[] left, int[] right) {
        int shared = 0;
        for (int i = 0, j = 0; i < left.length && j < right.length; ) {
            int order = Integer.compare(left[i], right[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return shared;
    }

    /** Keys ascend with their hashes, but for those of short texts, whose hashes are longer. */
    private static int[] ascending(int[] keys) {
        for (int i = 1; i < keys.length; i++) {
            if (keys[i - 1] > keys[i]) {
                return Arrays.stream(keys).sorted().toArray();
            }
        }
        return keys;
    }

    /** Writes the sample in about two bytes for each sequence. */
    void pack(PackedBits bits) {
        bits.write(level, LEVEL_BITS);
        bits.write(values.length, COUNT_BITS);
        bits.writeAscending(values, width);
        bits.write(keys.length, COUNT_BITS);
        for (int key : keys) {
            bits.write(key, keyBits(level, width));
        }
    }

    /** The sample of a text that {@link #pack} wrote. */
    static Shingles unpack(PackedBits bits) {
        return unpack(bits, VALUE_BITS);
    }

    /** The beginning of a text that {@link #pack} wrote. */
    static Shingles unpackLead(PackedBits bits) {
        return unpack(bits, LEAD_VALUE_BITS);
    }

    private static Shingles unpack(PackedBits bits, int width) {
        int level = bits.read(LEVEL_BITS);
        int[] values = bits.readAscending(bits.read(COUNT_BITS), width);
        int[] keys = new int[bits.read(COUNT_BITS)];
        int kept = keyBits(level, width);
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (values[i] << kept | bits.read(kept)) & KEY_MASK;
        }
        return new Shingles(level, width, values, keys, new int[0]);
    }

    /** Bits of a key that are not among those of its value. */
    private static int keyBits(int level, int width) {
        return Math.max(0, KEY_BITS + KEY_LEVEL - level - width);
    }

    /** FNV-1a over the characters. */
    static long hash(String word) {
        long hash = HASH_OF_NONE;
        for (int i = 0; i < word.length(); i++) {
            hash = hash(hash, word.charAt(i));
        }
        return hash;
    }

    /** The hash of the characters with {@code hash}, {@link #HASH_OF_NONE} for none, and one more. */
    static long hash(long hash, char next) {
        return (hash ^ next) * 0x100000001b3L;
    }

    /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014). */
    static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /**
     * What two samples have in common.
     *
     * @param first size of the first at the common rate
     * @param second size of the second
     * @param common in both
     * @param level one sequence of 2 to the power of this was sampled
     */
    public record Containment(int first, int second, int common, int level) {

        /** The same, seen from the second. */
        Containment turned() {
            return new Containment(second, first, common, level);
        }

        /** Estimated number of word sequences that both texts have. */
        public long shared() {
            return (long) common << level;
        }

        /** What both have as a share of what either has, 0–1. */
        public double ofBoth() {
            int either = first + second - common;
            return either == 0 ? 0 : (double) common / either;
        }

        /** Share of the first that is contained in the second. */
        public double ofFirst() {
            return first == 0 ? 0 : (double) common / first;
        }

        /** Share of the second that is contained in the first. */
        public double ofSecond() {
            return second == 0 ? 0 : (double) common / second;
        }
    }
}
