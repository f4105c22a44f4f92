package io.copydesk.ingest.boilerplate;

import io.copydesk.ingest.boilerplate.PageLines.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Finds the pages that are articles of their own among copies: slug variants, edited versions, cut or syndicated copies.
 *
 * <p>Two pages are copies when what they share weighs as much as what the one with less of its own has for itself. A
 * shared line weighs its words, divided by the number of other pages that have it, so boilerplate weighs next to nothing. Of
 * one headline, two pages are also copies when neither has a third of its words for itself. A page counts when it copies
 * none that has more words and counts.
 */
final class Copies {

    private final List<PageLines> pages;
    private final int[][] shared;
    private final double[][] weight;
    private final int[] words;

    private Copies(List<PageLines> pages) {
        this.pages = pages;
        int n = pages.size();
        shared = new int[n][n];
        weight = new double[n][n];
        words = new int[n];
    }

    /** The places of the pages that count, ascending. */
    static List<Integer> distinct(List<PageLines> pages) {
        Copies copies = new Copies(pages);
        copies.count();
        List<Integer> kept = new ArrayList<>();
        IntStream.range(0, pages.size())
                .boxed()
                .sorted(Comparator.comparingInt((Integer p) -> -copies.words[p]).thenComparing(p -> p))
                .filter(p -> kept.stream().noneMatch(k -> copies.areCopies(p, k)))
                .forEach(kept::add);
        return kept.stream().sorted().toList();
    }

    private void count() {
        Map<Long, TreeSet<Integer>> where = new LinkedHashMap<>();
        Map<Long, Integer> lengths = new LinkedHashMap<>();
        for (int p = 0; p < pages.size(); p++) {
            for (Line line : pages.get(p).lines()) {
                if (where.computeIfAbsent(line.key().whole(), w -> new TreeSet<>())
                        .add(p)) {
                    words[p] += line.key().words();
                    lengths.put(line.key().whole(), line.key().words());
                }
            }
        }
        where.forEach((whole, on) -> {
            int length = lengths.getOrDefault(whole, 0);
            for (int p : on) {
                for (int q : on.tailSet(p, false)) {
                    shared[p][q] += length;
                    weight[p][q] += (double) length / (on.size() - 1);
                }
            }
        });
    }

    private boolean areCopies(int a, int b) {
        int p = Math.min(a, b);
        int q = Math.max(a, b);
        int own = Math.min(words[p], words[q]) - shared[p][q];
        int ownOfLonger = Math.max(words[p], words[q]) - shared[p][q];
        long headline = pages.get(p).headline();
        boolean sameHeadline = headline != 0 && headline == pages.get(q).headline();
        return weight[p][q] >= own && (shared[p][q] > 0 || own == 0)
                || sameHeadline && 3 * ownOfLonger < Math.max(words[p], words[q]);
    }
}
