package io.copydesk.extraction.kind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How much the words of a page's layout speak for an article: the sum of the weights of those that are known, by the square root of their number. Written
 * as lines: the bias, then {@code HASH WEIGHT}, the hash in hexadecimal digits. Immutable and thread-safe.
 *
 * <p>Internal: public for the training module only, may change in any release.
 */
public final class WordScores {

    private final float bias;

    /** The hashes by open addressing, at most half full; 0 is an empty slot. */
    private final int[] hashes;

    private final float[] weights;

    private WordScores(float bias, int size) {
        this.bias = bias;
        this.hashes = new int[Integer.highestOneBit(Math.max(size, 1)) * 4];
        this.weights = new float[hashes.length];
    }

    /** The weights by the hash of a word, which is not 0. */
    public static WordScores of(float bias, Map<Integer, Float> weights) {
        WordScores scores = new WordScores(bias, weights.size());
        weights.forEach((hash, weight) -> {
            int slot = scores.slot(hash);
            scores.hashes[slot] = hash;
            scores.weights[slot] = weight;
        });
        return scores;
    }

    /**
     * Weights from their lines.
     *
     * @throws IllegalArgumentException when the lines are not of the form
     */
    static WordScores parse(List<String> lines) {
        if (lines.isEmpty()) {
            return of(0, Map.of());
        }
        Map<Integer, Float> weights = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            int space = line.indexOf(' ');
            if (space < 0) {
                throw new IllegalArgumentException("not the weight of a word: " + line);
            }
            weights.put(
                    Integer.parseUnsignedInt(line.substring(0, space), 16),
                    Float.parseFloat(line.substring(space + 1)));
        }
        return of(Float.parseFloat(lines.get(0)), weights);
    }

    /** The lines that {@link #parse} reads, in the order of the hashes. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(String.format(Locale.ROOT, "%.4g", bias)));
        IntStream.range(0, hashes.length)
                .filter(slot -> hashes[slot] != 0)
                .boxed()
                .sorted((a, b) -> Integer.compareUnsigned(hashes[a], hashes[b]))
                .forEach(slot -> lines.add(String.format(Locale.ROOT, "%08x %.3g", hashes[slot], weights[slot])));
        return lines;
    }

    /** The score of a page with these words. */
    public float score(int[] words) {
        double sum = 0;
        int known = 0;
        for (int word : words) {
            int slot = slot(word);
            if (hashes[slot] != 0) {
                sum += weights[slot];
                known++;
            }
        }
        return (float) (bias + sum / Math.sqrt(Math.max(1, known)));
    }

    /** The slot of {@code hash}, or the empty one where it belongs. */
    private int slot(int hash) {
        int slot = (hash ^ hash >>> 16) & hashes.length - 1;
        while (hashes[slot] != 0 && hashes[slot] != hash) {
            slot = slot + 1 & hashes.length - 1;
        }
        return slot;
    }
}
