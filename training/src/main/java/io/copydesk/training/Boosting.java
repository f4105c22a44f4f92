package io.copydesk.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Gradient boosting of trees for shares between 0 and 1 under the logistic loss (Friedman 2001), with histograms and growth by the best leaf.
 * The same rows give the same trees.
 */
final class Boosting {

    /**
     * How trees are grown.
     *
     * @param columns share of the features each tree may look at
     * @param rows share of the rows each tree sees
     * @param minWeight least weight of a leaf, in rows of mean weight
     */
    record Settings(
            int trees,
            int leaves,
            double rate,
            double columns,
            double rows,
            double minWeight,
            double shrink,
            long seed) {

        Settings withSeed(long other) {
            return new Settings(trees, leaves, rate, columns, rows, minWeight, shrink, other);
        }
    }

    private final Settings settings;
    private final List<String> names;
    private final Bins bins;
    private final byte[][] binned;
    private final float[] target;
    private final float[] weight;
    private final double[] score;
    private final double[] gradient;
    private final double[] hessian;

    private Boosting(Settings settings, List<String> names, float[][] rows, float[] target, float[] weight) {
        this.settings = settings;
        this.names = names;
        this.bins = Bins.of(rows, names.size());
        this.binned = bins.apply(rows);
        this.target = target;
        this.weight = weight;
        this.score = new double[rows.length];
        this.gradient = new double[rows.length];
        this.hessian = new double[rows.length];
    }

    /** The ensemble as lines, in the form of {@link io.copydesk.extraction.model.TreeEnsemble}. */
    static List<String> train(Settings settings, List<String> names, float[][] rows, float[] target, float[] weight) {
        double mean = 0;
        for (float w : weight) {
            mean += w / weight.length;
        }
        float[] scaled = new float[weight.length];
        for (int i = 0; i < weight.length; i++) {
            scaled[i] = (float) (weight[i] / mean);
        }
        return new Boosting(settings, names, rows, target, scaled).grow();
    }

    private List<String> grow() {
        List<String> lines = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(settings.seed());
        for (int t = 0; t < settings.trees(); t++) {
            int[] sample = sample(random);
            for (int i : sample) {
                double p = 1 / (1 + Math.exp(-score[i]));
                gradient[i] = weight[i] * (target[i] - p);
                hessian[i] = weight[i] * Math.max(1e-6, p * (1 - p));
            }
            Tree tree = new Tree(random, sample);
            tree.grow();
            tree.write(lines);
            for (int i = 0; i < score.length; i++) {
                score[i] += tree.value(i);
            }
        }
        return lines;
    }

    private int[] sample(SplittableRandom random) {
        int[] all = new int[score.length];
        int n = 0;
        for (int i = 0; i < score.length; i++) {
            if (weight[i] > 0 && random.nextDouble() < settings.rows()) {
                all[n++] = i;
            }
        }
        return Arrays.copyOf(all, n);
    }

    /** A part of the rows and the best way to split it. */
    private static final class Node {
        /** Empty once it is split. */
        int[] rows;

        double sumGradient;
        double sumHessian;
        double gain = -1;
        int column = -1;
        int bin;
        /** {@code null} for a leaf. */
        @Nullable
        Children children;

        Node(int[] rows) {
            this.rows = rows;
        }
    }

    /** The parts of a node: at most, and above, its split value. */
    private record Children(Node left, Node right) {}

    private final class Tree {
        private final int[] columns;
        private final Node root;

        /** Grows a tree on {@code rows}. */
        Tree(SplittableRandom random, int[] rows) {
            root = new Node(rows);
            columns = IntStream.range(0, names.size())
                    .filter(c -> bins.cuts[c].length > 0 && random.nextDouble() < settings.columns())
                    .toArray();
        }

        void grow() {
            find(root);
            List<Node> leaves = new ArrayList<>(List.of(root));
            while (leaves.size() < settings.leaves()) {
                Node best = null;
                for (Node leaf : leaves) {
                    best = leaf.gain > 0 && (best == null || leaf.gain > best.gain) ? leaf : best;
                }
                if (best == null) {
                    return;
                }
                leaves.remove(best);
                Children children = split(best);
                leaves.add(children.left);
                leaves.add(children.right);
            }
        }

        private Children split(Node node) {
            byte[] column = binned[node.column];
            int n = 0;
            for (int r : node.rows) {
                n += column[r] <= node.bin ? 1 : 0;
            }
            Node left = new Node(new int[n]);
            Node right = new Node(new int[node.rows.length - n]);
            int l = 0;
            int g = 0;
            for (int r : node.rows) {
                if (column[r] <= node.bin) {
                    left.rows[l++] = r;
                } else {
                    right.rows[g++] = r;
                }
            }
            node.rows = new int[0];
            find(left);
            find(right);
            node.children = new Children(left, right);
            return node.children;
        }

        private void find(Node node) {
            for (int r : node.rows) {
                node.sumGradient += gradient[r];
                node.sumHessian += hessian[r];
            }
            double[] g = new double[Bins.MAX];
            double[] h = new double[Bins.MAX];
            for (int c : columns) {
                Arrays.fill(g, 0);
                Arrays.fill(h, 0);
                byte[] column = binned[c];
                for (int r : node.rows) {
                    g[column[r]] += gradient[r];
                    h[column[r]] += hessian[r];
                }
                best(node, c, g, h);
            }
        }

        private void best(Node node, int column, double[] g, double[] h) {
            double leftG = 0;
            double leftH = 0;
            for (int b = 0; b < bins.cuts[column].length; b++) {
                leftG += g[b];
                leftH += h[b];
                double rightH = node.sumHessian - leftH;
                if (leftH < settings.minWeight() || rightH < settings.minWeight()) {
                    continue;
                }
                double gain = worth(leftG, leftH)
                        + worth(node.sumGradient - leftG, rightH)
                        - worth(node.sumGradient, node.sumHessian);
                if (gain > node.gain && gain > 1e-4) {
                    node.gain = gain;
                    node.column = column;
                    node.bin = b;
                }
            }
        }

        private double worth(double g, double h) {
            return g * g / (h + settings.shrink());
        }

        double value(int row) {
            Node node = root;
            while (node.children != null) {
                node = binned[node.column][row] <= node.bin ? node.children.left : node.children.right;
            }
            return leaf(node);
        }

        private double leaf(Node node) {
            return settings.rate() * node.sumGradient / (node.sumHessian + settings.shrink());
        }

        void write(List<String> lines) {
            List<Node> order = new ArrayList<>();
            number(root, order);
            lines.add("tree");
            for (Node node : order) {
                lines.add(
                        node.children == null
                                ? String.format(Locale.ROOT, "leaf %.4g", leaf(node))
                                : names.get(node.column) + " "
                                        + bins.cuts[node.column][node.bin] + " "
                                        + order.indexOf(node.children.right));
            }
        }

        private void number(Node node, List<Node> order) {
            order.add(node);
            if (node.children != null) {
                number(node.children.left, order);
                number(node.children.right, order);
            }
        }
    }
}
