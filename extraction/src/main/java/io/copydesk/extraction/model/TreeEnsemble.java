package io.copydesk.extraction.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Gradient-boosted decision trees for a yes-or-no question: the sum of one leaf of each tree, through the logistic function (Friedman 2001,
 * "Greedy function approximation: a gradient boosting machine"). Immutable and thread-safe.
 *
 * <p>Written as lines: {@code tree} begins a tree; {@code FEATURE THRESHOLD RIGHT} is an inner node; {@code leaf VALUE} is a leaf. Nodes are
 * numbered from 0 in each tree, the first is the root. When the feature is at most the threshold the next node is taken, else the node RIGHT.
 */
public final class TreeEnsemble {

    private static final int LEAF = -1;
    /** A node is three numbers: feature, bits of threshold or value, right child. */
    private static final int NODE = 3;

    private final int[] roots;
    private final int[] nodes;

    private TreeEnsemble(int[] roots, int[] nodes) {
        this.roots = roots;
        this.nodes = nodes;
    }

    /**
     * An ensemble from its lines.
     *
     * @param columns the column of a feature by its name, negative when it is not known
     * @throws IllegalArgumentException when the lines are not of the form, or name what is not there
     */
    public static TreeEnsemble parse(List<String> lines, ToIntFunction<String> columns) {
        int n = (int) lines.stream().filter(l -> !l.equals("tree")).count();
        int[] nodes = new int[n * NODE];
        List<Integer> roots = new ArrayList<>();
        int at = 0;
        int root = 0;
        for (String line : lines) {
            if (line.equals("tree")) {
                root = at;
                roots.add(at * NODE);
                continue;
            }
            String[] parts = line.split(" ");
            boolean leaf = parts.length == 2 && parts[0].equals("leaf");
            if (roots.isEmpty() || !leaf && parts.length != 3) {
                throw new IllegalArgumentException("not a node of a tree: " + line);
            }
            nodes[at * NODE] = leaf ? LEAF : column(parts[0], columns);
            nodes[at * NODE + 1] = Float.floatToIntBits(Float.parseFloat(parts[1]));
            if (!leaf) {
                nodes[at * NODE + 2] = (root + right(parts[2], at - root)) * NODE;
                if (nodes[at * NODE + 2] >= nodes.length) {
                    throw new IllegalArgumentException("a child that is not there: " + line);
                }
            }
            at++;
        }
        return new TreeEnsemble(roots.stream().mapToInt(Integer::intValue).toArray(), nodes);
    }

    /** A child stands after its parent, so that walking down ends. */
    private static int right(String number, int parent) {
        int right = Integer.parseInt(number);
        if (right <= parent + 1) {
            throw new IllegalArgumentException("a right child before the left one: " + number);
        }
        return right;
    }

    private static int column(String name, ToIntFunction<String> columns) {
        int column = columns.applyAsInt(name);
        if (column < 0) {
            throw new IllegalArgumentException("a feature that is not known: " + name);
        }
        return column;
    }

    /** How likely the answer is yes, 0–1. */
    public float likelihood(float[] row) {
        float sum = 0;
        for (int root : roots) {
            int node = root;
            int feature = nodes[node];
            while (feature != LEAF) {
                node = row[feature] <= Float.intBitsToFloat(nodes[node + 1]) ? node + NODE : nodes[node + 2];
                feature = nodes[node];
            }
            sum += Float.intBitsToFloat(nodes[node + 1]);
        }
        return (float) (1 / (1 + Math.exp(-sum)));
    }
}
