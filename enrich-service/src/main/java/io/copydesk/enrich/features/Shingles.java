package io.copydesk.enrich.features;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * A sample of a text's word sequences that tells how much of one text stands in another (Broder 1997: containment).
 *
 * <p>Of a text with more than {@value #MOST} of them, only those whose hash ends in a number of zero bits are kept: two
 * samples are compared at the coarser of their rates, so the estimate has no bias towards either. Immutable.
 */
public final class Shingles {

    /** Words of a sequence: one word changed spoils three, where longer sequences lose more. */
    private static final int WIDTH = 3;

    private static final int LEAD_WIDTH = 2;
    private static final int LEAD_WORDS = 80;
    private static final int MOST = 256;
    private static final int KEY_MASK = 7;
    private static final int LEAST_KEYS = 8;
    private static final int MOST_KEYS = 32;

    private final int level;
    private final long[] hashes;

    private Shingles(int level, long[] hashes) {
        this.level = level;
        this.hashes = hashes;
    }

    /** The sample of a text; runs of {@code weak} words alone are left out. */
    static Shingles of(List<Word> words, Set<String> weak) {
        return of(words, weak, WIDTH);
    }

    /** All pairs of words from a text's beginning; {@code weak} words are passed over. */
    static Shingles ofLead(List<Word> words, Set<String> weak) {
        List<Word> lead = words.stream()
                .filter(word -> !weak.contains(word.text()))
                .limit(LEAD_WORDS)
                .toList();
        return of(lead, weak, LEAD_WIDTH);
    }

    private static Shingles of(List<Word> words, Set<String> weak, int most) {
        int width = Math.min(most, words.size());
        long[] all = new long[width == 0 ? 0 : words.size() - width + 1];
        int count = 0;
        int lastStrong = -1;
        for (int i = 0; i < words.size(); i++) {
            lastStrong = weak.contains(words.get(i).text()) ? lastStrong : i;
            int start = i - width + 1;
            if (start >= 0 && lastStrong >= start) {
                all[count++] = hash(words.subList(start, i + 1));
            }
        }
        long[] kept = Arrays.stream(all, 0, count).sorted().distinct().toArray();
        int level = 0;
        while (kept.length > MOST) {
            level++;
            kept = sample(kept, level);
        }
        return new Shingles(level, kept);
    }

    /** How many are kept. */
    public int size() {
        return hashes.length;
    }

    /** How much of this text stands in {@code other}, 0–1, and how many samples that rests on. */
    public Containment in(Shingles other) {
        int coarser = Math.max(level, other.level);
        long mask = (1L << coarser) - 1;
        int mine = 0;
        int theirs = 0;
        int common = 0;
        for (long hash : hashes) {
            mine += (hash & mask) == 0 ? 1 : 0;
        }
        for (long hash : other.hashes) {
            theirs += (hash & mask) == 0 ? 1 : 0;
        }
        for (int i = 0, j = 0; i < hashes.length && j < other.hashes.length; ) {
            if (hashes[i] == other.hashes[j]) {
                common += (hashes[i] & mask) == 0 ? 1 : 0;
                i++;
                j++;
            } else if (hashes[i] < other.hashes[j]) {
                i++;
            } else {
                j++;
            }
        }
        return new Containment(mine, theirs, common, coarser);
    }

    /** The hashes under which texts that share something find each other; a pure function of the text. */
    public long[] keys() {
        long[] regular = Arrays.stream(hashes)
                .filter(h -> (h & KEY_MASK) == 0)
                .limit(MOST_KEYS)
                .toArray();
        return regular.length >= LEAST_KEYS
                ? regular
                : LongStream.concat(
                                Arrays.stream(regular), Arrays.stream(hashes).limit(LEAST_KEYS))
                        .sorted()
                        .distinct()
                        .toArray();
    }

    @JsonValue
    String encoded() {
        ByteBuffer bytes = ByteBuffer.allocate(1 + hashes.length * Long.BYTES).put((byte) level);
        Arrays.stream(hashes).forEach(bytes::putLong);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Shingles decoded(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
        int level = bytes.get();
        long[] hashes = new long[bytes.remaining() / Long.BYTES];
        Arrays.setAll(hashes, i -> bytes.getLong());
        return new Shingles(level, hashes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shingles that && level == that.level && Arrays.equals(hashes, that.hashes);
    }

    @Override
    public int hashCode() {
        return 31 * level + Arrays.hashCode(hashes);
    }

    private static long[] sample(long[] hashes, int level) {
        long mask = (1L << level) - 1;
        return Arrays.stream(hashes).filter(h -> (h & mask) == 0).toArray();
    }

    private static long hash(List<Word> words) {
        long hash = 0;
        for (Word word : words) {
            hash = mix(hash * 31 + hash(word.text()));
        }
        return hash;
    }

    /** FNV-1a over the characters. */
    static long hash(String word) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014). */
    static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /**
     * What two samples share.
     *
     * @param first size of the first at the common rate
     * @param second size of the second
     * @param common in both
     * @param level of 2 to the power of this, one was sampled
     */
    public record Containment(int first, int second, int common, int level) {

        /** About how many word sequences both texts have. */
        public long shared() {
            return (long) common << level;
        }

        /** What both have as a share of what either has, 0–1. */
        public double ofBoth() {
            int either = first + second - common;
            return either == 0 ? 0 : (double) common / either;
        }

        /** Share of the first that stands in the second. */
        public double ofFirst() {
            return first == 0 ? 0 : (double) common / first;
        }

        /** Share of the second that stands in the first. */
        public double ofSecond() {
            return second == 0 ? 0 : (double) common / second;
        }
    }
}
