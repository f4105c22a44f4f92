package io.copydesk.extraction.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Gradient-boosted decision trees for a yes-or-no question: the sum of one leaf of each tree, through the logistic function (Friedman 2001,
 * "Greedy function approximation: a gradient boosting machine"). Immutable and thread-safe.
 *
 * <p>Written as lines: {@code tree} begins a tree; {@code FEATURE THRESHOLD LEFT RIGHT} is an inner node, whose left child is taken when the
 * feature is at most the threshold; {@code leaf VALUE} is a leaf. Nodes are numbered from 0 in each tree, the first is the root.
 */
public final class TreeEnsemble {

    private static final short LEAF = -1;

    private final int[] roots;
    private final short[] feature;
    /** The threshold of an inner node, the value of a leaf. */
    private final float[] value;

    private final int[] left;
    private final int[] right;

    private TreeEnsemble(int[] roots, short[] feature, float[] value, int[] left, int[] right) {
        this.roots = roots;
        this.feature = feature;
        this.value = value;
        this.left = left;
        this.right = right;
    }

    /**
     * An ensemble from its lines.
     *
     * @param columns the column of a feature by its name
     * @throws IllegalArgumentException when a line is not of the form, or names what is not there
     */
    public static TreeEnsemble parse(List<String> lines, ToIntFunction<String> columns) {
        int n = (int) lines.stream().filter(l -> !l.equals("tree")).count();
        short[] feature = new short[n];
        float[] value = new float[n];
        int[] left = new int[n];
        int[] right = new int[n];
        List<Integer> roots = new ArrayList<>();
        int at = 0;
        for (String line : lines) {
            if (line.equals("tree")) {
                roots.add(at);
                continue;
            }
            String[] parts = line.split(" ");
            if (roots.isEmpty() || parts.length != 2 && parts.length != 4) {
                throw new IllegalArgumentException("not a node of a tree: " + line);
            }
            boolean leaf = parts.length == 2;
            feature[at] = leaf ? LEAF : column(parts[0], columns);
            value[at] = Float.parseFloat(parts[1]);
            if (!leaf) {
                int root = roots.get(roots.size() - 1);
                left[at] = root + child(parts[2], at - root);
                right[at] = root + child(parts[3], at - root);
                if (left[at] >= n || right[at] >= n) {
                    throw new IllegalArgumentException("a child that is not there: " + line);
                }
            }
            at++;
        }
        return new TreeEnsemble(roots.stream().mapToInt(Integer::intValue).toArray(), feature, value, left, right);
    }

    private static short column(String name, ToIntFunction<String> columns) {
        int column = columns.applyAsInt(name);
        if (column < 0) {
            throw new IllegalArgumentException("a feature that is not known: " + name);
        }
        return (short) column;
    }

    /** A child stands after its parent, so that walking down ends. */
    private static int child(String number, int parent) {
        int child = Integer.parseInt(number);
        if (child <= parent) {
            throw new IllegalArgumentException("a child before its parent: " + number);
        }
        return child;
    }

    /** How likely the answer is yes, 0–1. */
    public float likelihood(float[] row) {
        double sum = 0;
        for (int root : roots) {
            int node = root;
            while (feature[node] != LEAF) {
                node = row[feature[node]] <= value[node] ? left[node] : right[node];
            }
            sum += value[node];
        }
        return (float) (1 / (1 + Math.exp(-sum)));
    }
}
