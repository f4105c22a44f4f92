package io.copydesk.enrich.story;

import io.copydesk.enrich.sketch.Fingerprint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Parts works into clusters by agglomeration with the unweighted mean link (Sokal and Michener 1958): of all pairs of clusters that
 * with the greatest mean similarity of their works is merged first, of equal ones the earliest, while that mean reaches
 * {@link Affinity#UNIT} and the merged cluster spans no more than {@link StoryConstants#WINDOW}. Works without a link, or with one that does
 * not {@linkplain Similarities#counted count}, have a similarity of 0. Similarities are whole numbers and works are in a total order, so that the clusters are a function of the set of works.
 *
 * <p>Pairs are not merged in that order, but as soon as each of the two is the best partner of the other, which gives the same clusters:
 * a merged cluster is no better a partner of a third than the better of its parts was, and takes the number of the earlier of them, so that no merger
 * elsewhere comes between the two (chains of nearest neighbours; Murtagh 1983).
 */
final class MeanLink {

    private static final int NONE = -1;

    private final Similarities similarities;

    /** How many works there are, which is the length of a row of {@link #sums}. */
    private final int count;

    /** Row by row the sums of the similarities between the works of two clusters; a merged cluster has the number of its earliest work. */
    private final long[] sums;

    private final int[] sizes;
    private final long[] first;
    private final long[] last;

    /** The clusters that are there, ascending. */
    private final int[] active;

    private int activeCount;

    /** For each cluster that is no more the one that it was merged into, whose number is lower; {@link #NONE} for the others. */
    private final int[] mergedInto;

    private MeanLink(Similarities similarities) {
        this.similarities = similarities;
        count = similarities.count();
        sums = new long[count * count];
        sizes = new int[count];
        first = new long[count];
        last = new long[count];
        active = new int[count];
        activeCount = count;
        mergedInto = new int[count];
        for (int i = 0; i < count; i++) {
            sizes[i] = 1;
            Fingerprint original = similarities.works().get(i).fingerprint();
            first[i] = original.eventMillisOr(Long.MAX_VALUE);
            last[i] = original.eventMillisOr(Long.MIN_VALUE);
            active[i] = i;
            mergedInto[i] = NONE;
        }
        similarities.copyCounted(sums);
    }

    /** The clusters of works with these similarities, the one with the earliest work first. */
    static List<Cluster> cluster(Similarities similarities) {
        MeanLink link = new MeanLink(similarities);
        link.merge();
        link.joinShort();
        return link.clusters();
    }

    private List<Cluster> clusters() {
        int[][] members = new int[count][];
        int[] found = new int[count];
        List<Cluster> clusters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = number(i);
            if (members[number] == null) {
                members[number] = new int[sizes[number]];
            }
            members[number][found[number]++] = i;
        }
        for (int[] places : members) {
            if (places != null) {
                clusters.add(Cluster.of(places, similarities));
            }
        }
        return clusters;
    }

    /** Follows from each cluster the chain of best partners; no cluster in front of it has a partner any more. */
    private void merge() {
        int[] chain = new int[count];
        for (int start = 0; start < count; start++) {
            int length = 0;
            int next = mergedInto[start] == NONE ? start : NONE;
            while (next != NONE) {
                if (length > 1 && chain[length - 2] == next) {
                    merge(Math.min(next, chain[length - 1]), Math.max(next, chain[length - 1]));
                    length -= 2;
                } else {
                    chain[length++] = next;
                }
                if (length == 0) {
                    chain[length++] = start;
                }
                next = partner(chain[length - 1]);
            }
        }
    }

    /** The number of the cluster that a work is in. */
    private int number(int work) {
        int number = work;
        while (mergedInto[number] != NONE) {
            number = mergedInto[number];
        }
        return number;
    }

    /** A short work that is alone joins the cluster of the work that it is most similar to and which is not short, the earliest short work first. */
    private void joinShort() {
        int[] joins = new int[count];
        for (int i = 0; i < count; i++) {
            boolean alone = mergedInto[i] == NONE && sizes[i] == 1;
            joins[i] = alone && isShort(i) ? mostSimilar(i) : NONE;
        }
        for (int i = 0; i < count; i++) {
            int other = joins[i] == NONE ? NONE : number(joins[i]);
            if (other != NONE && isWithinWindow(i, other)) {
                merge(Math.min(i, other), Math.max(i, other));
            }
        }
    }

    /** The work that is not short and that it is most similar to, of equal ones the earliest; {@link #NONE} for none. */
    private int mostSimilar(int work) {
        int best = NONE;
        int most = 0;
        for (int other = 0; other < count; other++) {
            int similarity = similarities.between(work, other);
            if (similarity > most && !isShort(other)) {
                best = other;
                most = similarity;
            }
        }
        return best;
    }

    private boolean isShort(int work) {
        return similarities.works().get(work).isShort();
    }

    private void merge(int into, int from) {
        mergedInto[from] = into;
        int place = Arrays.binarySearch(active, 0, activeCount, from);
        activeCount--;
        System.arraycopy(active, place + 1, active, place, activeCount - place);
        sizes[into] += sizes[from];
        first[into] = Math.min(first[into], first[from]);
        last[into] = Math.max(last[into], last[from]);
        for (int at = 0; at < activeCount; at++) {
            int other = active[at];
            long added = sums[from * count + other];
            if (added != 0 && other != into) {
                long sum = sums[into * count + other] + added;
                sums[into * count + other] = sum;
                sums[other * count + into] = sum;
            }
        }
    }

    /** The cluster that a cluster may be merged with at the greatest mean, of equal ones the earliest; {@link #NONE} for none. */
    private int partner(int cluster) {
        int row = cluster * count;
        long least = (long) Affinity.UNIT * sizes[cluster];
        int best = NONE;
        long bestSum = 0;
        for (int at = 0; at < activeCount; at++) {
            int other = active[at];
            long sum = sums[row + other];
            // Nothing is shared with many of the others, and nothing with itself.
            if (sum != 0
                    && sum >= least * sizes[other]
                    && (best == NONE || sum * sizes[best] > bestSum * sizes[other])
                    && isWithinWindow(cluster, other)) {
                best = other;
                bestSum = sum;
            }
        }
        return best;
    }

    /** Whether the works of two clusters are; a time span that ends before it begins is of works without time. */
    private boolean isWithinWindow(int one, int other) {
        long begin = Math.min(first[one], first[other]);
        long end = Math.max(last[one], last[other]);
        return begin > end || end - begin <= StoryConstants.WINDOW;
    }
}
