package io.copydesk.ingest.boilerplate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a line is recognised by, also when a word of it changed.
 *
 * @param whole hash of all its words
 * @param parts for {@value #LONG} words or more, the {@value #PARTS} least hashes of its pairs of neighbouring words (of triples of
 *     characters in a script without spaces); for fewer, down to
 *     {@value #SHORT}, the hashes of the line with one word left out each; else none
 * @param words number of words, {@value #MOST} when there are more
 */
public record LineKey(long whole, int[] parts, int words) {

    static final int PARTS = 6;
    static final int SHORT = 4;
    static final int LONG = 8;
    private static final int MOST = 1_000;

    private static final int[] NONE = {};

    static LineKey of(List<String> words) {
        long[] hashes = words.stream().mapToLong(Hashes::of).toArray();
        long unspaced = words.stream()
                .filter(word -> LineWords.isUnspaced(word.codePointAt(0)))
                .count();
        int gram = 2 * unspaced > words.size() ? 3 : 2;
        return new LineKey(Hashes.of(hashes, 0, hashes.length), parts(hashes, gram), Math.min(hashes.length, MOST));
    }

    /** The same words, or nearly: half of the pairs, or all words but one in a short line. */
    boolean matches(LineKey other) {
        return whole == other.whole || parts.length > 0 && common(other) >= needed(other);
    }

    /** Of how many of its parts any line that {@link #matches} has one at least. */
    int telling() {
        return isShort() ? parts.length : parts.length - needed(this) + 1;
    }

    private int common(LineKey other) {
        if (isShort() ? words != other.words : other.isShort()) {
            return 0;
        }
        int common = 0;
        for (int part : parts) {
            for (int theirs : other.parts) {
                if (part == theirs) {
                    common++;
                    break;
                }
            }
        }
        return common;
    }

    private int needed(LineKey other) {
        return isShort() ? 1 : (Math.max(parts.length, other.parts.length) + 1) / 2;
    }

    private boolean isShort() {
        return words < LONG;
    }

    private static int[] parts(long[] words, int gram) {
        if (words.length < SHORT) {
            return NONE;
        }
        if (words.length < LONG) {
            return IntStream.range(0, words.length).map(i -> without(words, i)).toArray();
        }
        return IntStream.rangeClosed(0, words.length - gram)
                .map(i -> (int) Hashes.of(words, i, i + gram))
                .distinct()
                .sorted()
                .limit(PARTS)
                .toArray();
    }

    private static int without(long[] words, int index) {
        long[] others = words.clone();
        others[index] = index;
        return (int) Hashes.of(others, 0, others.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LineKey key
                && whole == key.whole
                && words == key.words
                && Arrays.equals(parts, key.parts);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(whole);
    }
}
