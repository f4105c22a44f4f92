package io.copydesk.enrich.sketch;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.LongStream;

/**
 * The passages that two texts have in common, as far as their samples show them: sampled word sequences that both have at the same distance
 * from each other, with none in between that only one has.
 *
 * @param longest words of the longest, from the first of its sampled sequences to the last; 0 when there is no passage
 * @param words words of all of them
 * @param samples sampled sequences of the longest
 * @param areKnown whether the order of both texts is known; without it none are found
 */
public record Passages(int longest, int words, int samples, boolean areKnown) {

    private static final Passages UNKNOWN = new Passages(0, 0, 0, false);

    /** Fewest sampled sequences of a passage. */
    private static final int LEAST = 2;

    /** Words of a sequence. */
    private static final int SEQUENCE = 3;

    private static final int PLACE_BITS = 20;
    private static final int PLACE_MASK = (1 << PLACE_BITS) - 1;

    /** Added to a difference of places, which makes it positive. */
    private static final int MIDDLE = 1 << PLACE_BITS;

    /** The passages of two texts; symmetric. */
    public static Passages of(Fingerprint.Samples first, Fingerprint.Samples second) {
        int[] mine = first.order().places();
        int[] theirs = second.order().places();
        if (mine.length != first.shingles().size()
                || theirs.length != second.shingles().size()) {
            return UNKNOWN;
        }
        BitSet mineCommon = new BitSet();
        BitSet theirsCommon = new BitSet();
        LongStream.Builder common = LongStream.builder();
        first.shingles().match(second.shingles(), (i, j) -> {
            mineCommon.set(i);
            theirsCommon.set(j);
            common.add((long) (theirs[j] - mine[i] + MIDDLE) << PLACE_BITS | mine[i]);
        });
        return longest(
                common.build().sorted().toArray(),
                others(mine, first.shingles().atCommonRate(second.shingles()), mineCommon),
                others(theirs, second.shingles().atCommonRate(first.shingles()), theirsCommon));
    }

    /** The places of the sequences that only one text has, ascending. */
    private static int[] others(int[] places, int count, BitSet common) {
        int[] alone = new int[count];
        int found = 0;
        for (int i = common.nextClearBit(0); i < count; i = common.nextClearBit(i + 1)) {
            alone[found++] = places[i];
        }
        int[] sorted = Arrays.copyOf(alone, found);
        Arrays.sort(sorted);
        return sorted;
    }

    private static Passages longest(long[] common, int[] mineAlone, int[] theirsAlone) {
        int longest = 0;
        int words = 0;
        int samples = 0;
        for (int from = 0; from < common.length; ) {
            int to = from + 1;
            while (to < common.length && continues(common[to - 1], common[to], mineAlone, theirsAlone)) {
                to++;
            }
            int length = (int) (common[to - 1] - common[from]) + SEQUENCE;
            if (to - from >= LEAST) {
                words += length;
                samples = length > longest ? to - from : length == longest ? Math.max(samples, to - from) : samples;
                longest = Math.max(longest, length);
            }
            from = to;
        }
        return new Passages(longest, words, samples, true);
    }

    /** Whether two common sequences are equally far apart in both texts, without one between them that only one text has. */
    private static boolean continues(long before, long after, int[] mineAlone, int[] theirsAlone) {
        long shift = before >>> PLACE_BITS;
        if (after >>> PLACE_BITS != shift) {
            return false;
        }
        int from = (int) (before & PLACE_MASK);
        int to = (int) (after & PLACE_MASK);
        int apart = (int) shift - MIDDLE;
        return !isBetween(mineAlone, from, to) && !isBetween(theirsAlone, from + apart, to + apart);
    }

    private static boolean isBetween(int[] places, int from, int to) {
        int at = Arrays.binarySearch(places, from);
        int next = at < 0 ? -at - 1 : at;
        return next < places.length && places[next] < to;
    }
}
