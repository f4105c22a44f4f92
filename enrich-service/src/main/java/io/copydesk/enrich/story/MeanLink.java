package io.copydesk.enrich.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parts works into clusters by agglomeration with the unweighted mean link (Sokal and Michener 1958): of all pairs of clusters that
 * with the greatest mean similarity of their works is merged first, of equal ones the earliest, while that mean reaches
 * {@link Affinity#UNIT} and the merged cluster spans no more than {@link StoryConstants#WINDOW}. Works without a link have a similarity
 * of 0. Similarities are whole numbers and works are in a total order, so that the clusters are a function of the set of works.
 */
final class MeanLink {

    /** The sum of a pair that is never merged. */
    private static final long NEVER = -1;

    private static final int NONE = -1;

    /** Sums of the similarities between the works of two clusters; a merged cluster has the number of its earliest work. */
    private final long[][] sums;

    private final int[] sizes;
    private final long[] first;
    private final long[] last;
    private final boolean[] merged;

    /** The partner with the greatest mean similarity, {@link #NONE} where none reaches the least. */
    private final int[] partners;

    /** The cluster of each work. */
    private final int[] clusters;

    private MeanLink(List<Node> works) {
        int count = works.size();
        sums = new long[count][count];
        sizes = new int[count];
        first = new long[count];
        last = new long[count];
        merged = new boolean[count];
        partners = new int[count];
        clusters = new int[count];
        Map<Node, Integer> numbers = new IdentityHashMap<>();
        for (Node work : works) {
            int number = numbers.size();
            numbers.put(work, number);
            sizes[number] = 1;
            Long time = work.profile().time();
            first[number] = time == null ? Long.MAX_VALUE : time;
            last[number] = time == null ? Long.MIN_VALUE : time;
            clusters[number] = number;
        }
        for (int i = 0; i < count; i++) {
            Links links = works.get(i).links();
            for (int link = 0; link < links.size(); link++) {
                Integer other = numbers.get(links.other(link));
                if (other != null) {
                    sums[i][other] = links.similarity(link);
                }
            }
        }
    }

    /**
     * The clusters of works, the one with the earliest work first.
     *
     * @param works the earliest first
     */
    static List<List<Node>> cluster(List<Node> works) {
        if (works.size() == 1) {
            return List.of(works); // as most are
        }
        MeanLink link = new MeanLink(works);
        link.merge();
        List<List<Node>> clusters = new ArrayList<>();
        Map<Integer, List<Node>> byNumber = new HashMap<>();
        for (int i = 0; i < works.size(); i++) {
            byNumber.computeIfAbsent(link.clusters[i], number -> {
                        List<Node> cluster = new ArrayList<>();
                        clusters.add(cluster);
                        return cluster;
                    })
                    .add(works.get(i));
        }
        return clusters.stream().map(List::copyOf).toList();
    }

    private void merge() {
        for (int i = 0; i < sizes.length; i++) {
            partners[i] = partner(i);
        }
        for (int i = best(); i != NONE; i = best()) {
            int into = Math.min(i, partners[i]);
            int from = Math.max(i, partners[i]);
            if (isTooLong(Math.min(first[into], first[from]), Math.max(last[into], last[from]))) {
                sums[into][from] = NEVER;
                sums[from][into] = NEVER;
            } else {
                merge(into, from);
            }
            for (int other = 0; other < sizes.length; other++) {
                if (!merged[other] && (other == into || partners[other] == into || partners[other] == from)) {
                    partners[other] = partner(other);
                } else if (!merged[other] && other != into && isBetter(other, into, partners[other])) {
                    partners[other] = into;
                }
            }
        }
    }

    /** Whether a time span exceeds the window; one that ends before it begins is of works without time. */
    private static boolean isTooLong(long begin, long end) {
        return begin <= end && end - begin > StoryConstants.WINDOW;
    }

    private void merge(int into, int from) {
        merged[from] = true;
        sizes[into] += sizes[from];
        first[into] = Math.min(first[into], first[from]);
        last[into] = Math.max(last[into], last[from]);
        for (int other = 0; other < sizes.length; other++) {
            if (!merged[other] && other != into) {
                boolean never = sums[into][other] == NEVER || sums[from][other] == NEVER;
                sums[into][other] = never ? NEVER : sums[into][other] + sums[from][other];
                sums[other][into] = sums[into][other];
            }
        }
        for (int work = 0; work < clusters.length; work++) {
            clusters[work] = clusters[work] == from ? into : clusters[work];
        }
    }

    /** The cluster whose partner is the best of all; {@link #NONE} when no pair reaches the least mean. */
    private int best() {
        int best = NONE;
        for (int i = 0; i < sizes.length; i++) {
            if (!merged[i]
                    && partners[i] != NONE
                    && (best == NONE || compare(i, partners[i], best, partners[best]) > 0)) {
                best = i;
            }
        }
        return best;
    }

    private int partner(int cluster) {
        int best = NONE;
        for (int other = 0; other < sizes.length; other++) {
            if (!merged[other] && other != cluster && isBetter(cluster, other, best)) {
                best = other;
            }
        }
        return best;
    }

    /** Whether {@code candidate} reaches the least mean and is a better partner than {@code partner}, of equal ones the earlier. */
    private boolean isBetter(int cluster, int candidate, int partner) {
        if (sums[cluster][candidate] < (long) Affinity.UNIT * sizes[cluster] * sizes[candidate]) {
            return false;
        }
        int order = partner == NONE ? 1 : compare(cluster, candidate, cluster, partner);
        return order > 0 || order == 0 && candidate < partner;
    }

    /** Compares the mean similarities of two pairs exactly. */
    private int compare(int a, int b, int c, int d) {
        return Long.compare(sums[a][b] * sizes[c] * sizes[d], sums[c][d] * sizes[a] * sizes[b]);
    }
}
