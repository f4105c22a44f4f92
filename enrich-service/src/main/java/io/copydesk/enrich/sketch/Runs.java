package io.copydesk.enrich.sketch;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Keys of a text's runs of {@value #WIDTH} words, chosen by winnowing (Schleimer, Wilkerson, Aiken 2003): of each window of successive runs
 * the one with the lowest hash. Two texts with a common passage as long as a window and a run have a key in common. Pure functions.
 */
final class Runs {

    /** Words of a run. */
    static final int WIDTH = 10;

    /** Runs of a window; it doubles for longer texts, which keeps a part of what the shorter window chooses. */
    private static final int WINDOW = 16;

    /** Most keys of a text. */
    static final int MOST = 48;

    /** Bits of a key. */
    static final int KEY_BITS = 30;

    private static final long BASE = 0x9E3779B97F4A7C15L;

    private Runs() {}

    /**
     * The keys of a text, ascending and distinct; runs of weak words alone are left out.
     *
     * @param words hashes of the words
     * @param weak which of them are weak
     */
    static int[] keys(long[] words, BitSet weak) {
        long[] hashes = hashes(words, weak);
        int[] keys = new int[0];
        for (int window = WINDOW; window == WINDOW || keys.length > MOST; window *= 2) {
            keys = chosen(hashes, window);
        }
        return keys;
    }

    private static long[] hashes(long[] words, BitSet weak) {
        if (words.length < WIDTH) {
            return new long[0];
        }
        long leaving = 1;
        for (int i = 0; i < WIDTH; i++) {
            leaving *= BASE;
        }
        long[] hashes = new long[words.length - WIDTH + 1];
        long rolling = 0;
        int lastStrong = -1;
        for (int i = 0; i < words.length; i++) {
            lastStrong = weak.get(i) ? lastStrong : i;
            rolling = rolling * BASE + words[i] - (i < WIDTH ? 0 : leaving * words[i - WIDTH]);
            int start = i - WIDTH + 1;
            if (start >= 0) {
                hashes[start] = lastStrong >= start ? Shingles.mix(rolling) >>> 1 : Long.MAX_VALUE;
            }
        }
        return hashes;
    }

    /** The lowest of each window, which is of all hashes when there are fewer. */
    private static int[] chosen(long[] hashes, int window) {
        int[] keys = new int[hashes.length];
        int count = 0;
        int lowest = -1;
        for (int end = Math.min(window, hashes.length) - 1; end >= 0 && end < hashes.length; end++) {
            int before = lowest;
            if (lowest < 0 || lowest <= end - window) {
                lowest = lowest(hashes, Math.max(0, end - window + 1), end);
            } else if (hashes[end] <= hashes[lowest]) {
                lowest = end;
            }
            if (lowest != before && hashes[lowest] != Long.MAX_VALUE) {
                keys[count++] = (int) (hashes[lowest] & (1 << KEY_BITS) - 1);
            }
        }
        return distinct(keys, count);
    }

    /** The different ones of the first so many numbers, ascending; sorts these. */
    private static int[] distinct(int[] numbers, int count) {
        Arrays.sort(numbers, 0, count);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || numbers[i] != numbers[i - 1]) {
                numbers[distinct++] = numbers[i];
            }
        }
        return Arrays.copyOf(numbers, distinct);
    }

    /** The place of the lowest hash, the last of equal ones. */
    private static int lowest(long[] hashes, int from, int to) {
        int lowest = from;
        for (int i = from + 1; i <= to; i++) {
            lowest = hashes[i] <= hashes[lowest] ? i : lowest;
        }
        return lowest;
    }
}
