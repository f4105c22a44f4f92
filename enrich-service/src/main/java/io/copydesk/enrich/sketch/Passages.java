package io.copydesk.enrich.sketch;

import java.util.Arrays;
import java.util.BitSet;

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
    public static Passages of(Samples first, Samples second) {
        if (first.places().length != first.shingles().size()
                || second.places().length != second.shingles().size()) {
            return UNKNOWN;
        }
        Common common = new Common(first, second);
        first.shingles().match(second.shingles(), common::add);
        return common.longest();
    }

    /** The sampled sequences that two texts have in common. Used once. */
    private static final class Common {
        private final Side first;
        private final Side second;

        /** The difference of the places of each, and its place in the first text. */
        private long[] places = new long[64];

        private int count;

        Common(Samples first, Samples second) {
            this.first = new Side(first, second);
            this.second = new Side(second, first);
        }

        void add(int mine, int theirs) {
            if (count == places.length) {
                places = Arrays.copyOf(places, 2 * count);
            }
            int place = first.places[mine];
            places[count++] = (long) (second.places[theirs] - place + MIDDLE) << PLACE_BITS | place;
            first.common.set(mine);
            second.common.set(theirs);
        }

        Passages longest() {
            Arrays.sort(places, 0, count);
            int longest = 0;
            int words = 0;
            int samples = 0;
            for (int from = 0; from < count; ) {
                int to = from + 1;
                while (to < count && continues(places[to - 1], places[to])) {
                    to++;
                }
                int length = (int) (places[to - 1] - places[from]) + SEQUENCE;
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
        private boolean continues(long before, long after) {
            long shift = before >>> PLACE_BITS;
            if (after >>> PLACE_BITS != shift) {
                return false;
            }
            int from = (int) (before & PLACE_MASK);
            int to = (int) (after & PLACE_MASK);
            int apart = (int) shift - MIDDLE;
            return !first.hasOneAlone(from, to) && !second.hasOneAlone(from + apart, to + apart);
        }
    }

    /** One of two texts, with those of its sampled sequences that the other has. */
    private static final class Side {
        private final int[] places;
        private final int[] byPlace;

        /** How many of its sequences there are at the rate of both samples; the first of them. */
        private final int count;

        private final BitSet common = new BitSet();

        Side(Samples text, Samples other) {
            places = text.places();
            byPlace = text.byPlace();
            count = text.shingles().atCommonRate(other.shingles());
        }

        /** Whether there is a sequence between two places, the first one included, that the other text has not. */
        boolean hasOneAlone(int from, int to) {
            for (int at = firstFrom(from); at < byPlace.length && places[byPlace[at]] < to; at++) {
                if (byPlace[at] < count && !common.get(byPlace[at])) {
                    return true;
                }
            }
            return false;
        }

        /** The first of the sequences by place that is not before a place. */
        private int firstFrom(int place) {
            int low = 0;
            int high = byPlace.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                boolean before = places[byPlace[middle]] < place;
                low = before ? middle + 1 : low;
                high = before ? high : middle;
            }
            return low;
        }
    }
}
