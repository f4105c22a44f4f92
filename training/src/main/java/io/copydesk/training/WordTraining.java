package io.copydesk.training;

import io.copydesk.extraction.kind.WordScores;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Logistic regression on the words of a page's layout with a ridge penalty, by stochastic gradients. The words of a page count less the more they are,
 * as {@link WordScores} reads them. The same pages give the same weights.
 */
final class WordTraining {

    private static final int PASSES = 25;
    private static final double RATE = 0.3;
    private static final double SLOWING = 0.4;
    private static final double BIAS_RATE = 0.05;
    /** Share of a weight that is taken from it after a pass, before it is slowed, times the number of pages. */
    private static final double RIDGE = 16;

    private static final double MOST_TAKEN = 0.5;
    /** Sites that have a word at least; others are learned by heart. */
    private static final int SITES = 4;

    private static final long SEED = 5;

    /** A page: its words, its site, whether it is an article, and how much it counts. */
    record Page(int[] words, String site, boolean article, float weight) {}

    private final List<Page> pages;
    private final int[] hashes;
    private final int[][] columns;
    private final double[] weights;
    private double bias;

    private WordTraining(List<Page> pages) {
        this.pages = pages;
        this.hashes = common(pages);
        this.columns = new int[pages.size()][];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = Arrays.stream(pages.get(i).words())
                    .map(word -> Arrays.binarySearch(hashes, word))
                    .filter(column -> column >= 0)
                    .toArray();
        }
        this.weights = new double[hashes.length];
    }

    /** The weights of the words that several sites have. */
    static WordScores train(List<Page> pages) {
        WordTraining training = new WordTraining(pages);
        training.descend();
        Map<Integer, Float> found = new HashMap<>();
        for (int c = 0; c < training.hashes.length; c++) {
            found.put(training.hashes[c], (float) training.weights[c]);
        }
        return WordScores.of((float) training.bias, found);
    }

    private static int[] common(List<Page> pages) {
        Map<Integer, Set<String>> sites = new HashMap<>();
        for (Page page : pages) {
            for (int word : page.words()) {
                sites.computeIfAbsent(word, key -> new HashSet<>()).add(page.site());
            }
        }
        return sites.entrySet().stream()
                .filter(e -> e.getValue().size() >= SITES)
                .mapToInt(Map.Entry::getKey)
                .sorted()
                .toArray();
    }

    private void descend() {
        int n = pages.size();
        double mean = pages.stream().mapToDouble(Page::weight).average().orElse(1);
        SplittableRandom random = new SplittableRandom(SEED);
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        for (int pass = 0; pass < PASSES; pass++) {
            for (int i = n - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int other = order[i];
                order[i] = order[j];
                order[j] = other;
            }
            double rate = RATE / (1 + pass * SLOWING);
            for (int i : order) {
                step(i, rate, pages.get(i).weight() / mean);
            }
            double kept = 1 - Math.min(MOST_TAKEN, rate * RIDGE / n);
            for (int c = 0; c < weights.length; c++) {
                weights[c] *= kept;
            }
        }
    }

    private void step(int page, double rate, double weight) {
        double share = 1 / Math.sqrt(Math.max(1, columns[page].length));
        double sum = bias;
        for (int c : columns[page]) {
            sum += weights[c] * share;
        }
        double error = ((pages.get(page).article() ? 1 : 0) - 1 / (1 + Math.exp(-sum))) * weight;
        bias += rate * BIAS_RATE * error;
        for (int c : columns[page]) {
            weights[c] += rate * share * error;
        }
    }
}
