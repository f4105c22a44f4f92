package io.copydesk.extraction.kind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How much the words of a page's layout speak for an article: the sum of the weights of those that are known, by the square root of their number. Written
 * as lines: the bias, then {@code HASH WEIGHT}, the hash in hexadecimal digits. Immutable and thread-safe.
 *
 * <p>Internal: public for the training module only, may change in any release.
 */
public final class WordScores {

    private final float bias;
    private final Map<Integer, Float> weights;

    private WordScores(float bias, Map<Integer, Float> weights) {
        this.bias = bias;
        this.weights = weights;
    }

    /** The weights by the hash of a word. */
    public static WordScores of(float bias, Map<Integer, Float> weights) {
        return new WordScores(bias, Map.copyOf(weights));
    }

    /**
     * Weights from their lines.
     *
     * @throws IllegalArgumentException when the lines are not of the form
     */
    static WordScores parse(List<String> lines) {
        if (lines.isEmpty()) {
            return new WordScores(0, Map.of());
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
        weights.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Integer::compareUnsigned))
                .forEach(e -> lines.add(String.format(Locale.ROOT, "%08x %.3g", e.getKey(), e.getValue())));
        return lines;
    }

    /** The score of a page with these words. */
    public float score(int[] words) {
        double sum = 0;
        int known = 0;
        for (int word : words) {
            Float weight = weights.get(word);
            if (weight != null) {
                sum += weight;
                known++;
            }
        }
        return (float) (bias + sum / Math.sqrt(Math.max(1, known)));
    }
}
