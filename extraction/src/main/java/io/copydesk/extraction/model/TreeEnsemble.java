package io.copydesk.extraction.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Gradient-boosted decision trees for a yes-or-no question: the sum of one leaf of each tree, through the logistic function (Friedman 2001,
 * "Greedy function approximation: a gradient boosting machine"). Immutable and thread-safe.
 *
 * <p>Written as lines: {@code tree} begins a tree; {@code FEATURE THRESHOLD RIGHT} is an inner node; {@code leaf VALUE} is a leaf. Nodes are
 * numbered from 0 in each tree, the first is the root. When the feature is at most the threshold the next node is taken, else the node RIGHT,
 * which follows the last node below the left one. A tree has at most {@value #MOST_LEAVES} leaves.
 *
 * <p>No tree is walked: the nodes are sorted by feature and threshold, and those whose threshold a row exceeds strike out the leaves on their
 * left; the first leaf left over in each tree is the one a walk ends at (Lucchese et al. 2015, "QuickScorer").
 */
public final class TreeEnsemble {

    private static final int MOST_LEAVES = 64;

    /** The first node of each column, and the end of the last. */
    private final int[] columns;

    private final float[] thresholds;
    private final int[] trees;
    /** The leaves that a node leaves when its threshold is exceeded. */
    private final long[] spared;

    /** The first leaf of each tree, and the end of the last. */
    private final int[] leaves;

    private final float[] values;

    /** An inner node: the leaves below it on the left are struck out when the feature exceeds the threshold. */
    private record Node(int column, float threshold, int tree, long spared) {}

    private TreeEnsemble(List<Node> nodes, List<Integer> leaves, List<Float> values) {
        List<Node> sorted = new ArrayList<>(nodes);
        sorted.sort(Comparator.comparingInt(Node::column).thenComparing(Node::threshold));
        int n = sorted.size();
        this.columns = new int[n == 0 ? 1 : sorted.get(n - 1).column + 2];
        this.thresholds = new float[n];
        this.trees = new int[n];
        this.spared = new long[n];
        for (int i = 0; i < n; i++) {
            Node node = sorted.get(i);
            columns[node.column + 1] = i + 1;
            thresholds[i] = node.threshold;
            trees[i] = node.tree;
            spared[i] = node.spared;
        }
        for (int column = 1; column < columns.length; column++) {
            columns[column] = Math.max(columns[column], columns[column - 1]);
        }
        this.leaves = leaves.stream().mapToInt(Integer::intValue).toArray();
        this.values = new float[values.size()];
        for (int i = 0; i < this.values.length; i++) {
            this.values[i] = values.get(i);
        }
    }

    /**
     * An ensemble from its lines.
     *
     * @param columns the column of a feature by its name, negative when it is unknown
     * @throws IllegalArgumentException when the lines are not of the form, or name what is not there
     */
    public static TreeEnsemble parse(List<String> lines, ToIntFunction<String> columns) {
        TreeReader reader = new TreeReader(columns);
        int from = 0;
        while (from < lines.size()) {
            int to = from + 1;
            while (to < lines.size() && !lines.get(to).equals("tree")) {
                to++;
            }
            reader.tree(lines.subList(from, to));
            from = to;
        }
        reader.leaves.add(reader.values.size());
        return new TreeEnsemble(reader.nodes, reader.leaves, reader.values);
    }

    /** Reads tree after tree. */
    private static final class TreeReader {

        private final ToIntFunction<String> columns;
        private final List<Node> nodes = new ArrayList<>();
        private final List<Integer> leaves = new ArrayList<>();
        private final List<Float> values = new ArrayList<>();
        private List<String> lines = List.of();

        TreeReader(ToIntFunction<String> columns) {
            this.columns = columns;
        }

        void tree(List<String> block) {
            if (!block.get(0).equals("tree")) {
                throw new IllegalArgumentException("not a node of a tree: " + block.get(0));
            }
            lines = block.subList(1, block.size());
            leaves.add(values.size());
            if (below(0, 0) < lines.size()) {
                throw new IllegalArgumentException("a node that is no child of another, in a tree of " + lines.size());
            }
        }

        /** Reads the node at {@code at} and all below it; one after the last of them. */
        private int below(int at, int depth) {
            if (at >= lines.size()) {
                throw new IllegalArgumentException("a child that is not there: " + at);
            }
            String[] parts = lines.get(at).split(" ");
            int first = leaf();
            if (depth >= MOST_LEAVES || first >= MOST_LEAVES) {
                throw new IllegalArgumentException("a tree of more than " + MOST_LEAVES + " leaves");
            }
            if (parts.length == 2 && parts[0].equals("leaf")) {
                values.add(Float.parseFloat(parts[1]));
                return at + 1;
            }
            if (parts.length != 3) {
                throw new IllegalArgumentException("not a node of a tree: " + lines.get(at));
            }
            int column = columns.applyAsInt(parts[0]);
            if (column < 0) {
                throw new IllegalArgumentException("a feature that is not known: " + parts[0]);
            }
            int right = Integer.parseInt(parts[2]);
            if (right <= at + 1) {
                throw new IllegalArgumentException("a right child before the left one: " + right);
            }
            if (below(at + 1, depth + 1) != right) {
                throw new IllegalArgumentException("a right child that does not follow the left one: " + right);
            }
            long left = -1L << first & ~(-1L << leaf());
            nodes.add(new Node(column, Float.parseFloat(parts[1]), leaves.size() - 1, ~left));
            return below(right, depth + 1);
        }

        /** The number of the next leaf of this tree. */
        private int leaf() {
            return values.size() - leaves.get(leaves.size() - 1);
        }
    }

    /** How likely the answer is yes, 0–1. */
    public float likelihood(float[] row) {
        return likelihood(row, new long[leaves.length - 1]);
    }

    /** The same for each of {@code rows}; 0 where {@code wanted} is not set. */
    public float[] likelihoods(float[][] rows, boolean[] wanted) {
        long[] left = new long[leaves.length - 1];
        float[] likelihoods = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            likelihoods[i] = wanted[i] ? likelihood(rows[i], left) : 0;
        }
        return likelihoods;
    }

    /**
     * @param left room for the leaves that are left of each tree
     */
    private float likelihood(float[] row, long[] left) {
        Arrays.fill(left, -1L);
        for (int column = 0; column < columns.length - 1; column++) {
            float value = row[column];
            int end = columns[column + 1];
            for (int i = columns[column]; i < end && !(value <= thresholds[i]); i++) {
                left[trees[i]] &= spared[i];
            }
        }
        float sum = 0;
        for (int tree = 0; tree < left.length; tree++) {
            sum += values[leaves[tree] + Long.numberOfTrailingZeros(left[tree])];
        }
        return (float) (1 / (1 + Math.exp(-sum)));
    }
}
