package io.copydesk.training;

import java.util.List;

/**
 * Which row of a group is the right one: the likelihood of a row is its share in the sum of exponentials over its group (McFadden 1974, "Conditional
 * logit analysis of qualitative choice behavior"). Trained with a ridge penalty on standardised columns, by Newton's method.
 */
final class ConditionalLogit {

    private static final int STEPS = 30;
    /** No weight changes by more in a step. */
    private static final double MOST = 5;

    private static final double LEAST = 1e-9;

    /**
     * Rows of which one is right, or several that are the same to the one who chose.
     *
     * @param right for each row, at least one and not all of them true
     */
    record Group(List<double[]> rows, boolean[] right) {}

    private ConditionalLogit() {}

    /** The weights of the columns as they are. */
    static double[] train(List<Group> groups, double ridge) {
        int n = groups.get(0).rows().get(0).length;
        double[] deviation = deviation(groups, n);
        double[] weights = new double[n];
        for (int step = 0; step < STEPS; step++) {
            double[][] system = new double[n][n + 1];
            for (int c = 0; c < n; c++) {
                system[c][c] = ridge;
                system[c][n] = -ridge * weights[c];
            }
            for (Group group : groups) {
                add(group, weights, deviation, system);
            }
            double[] change = LogisticRegression.solution(system);
            double largest = LEAST;
            for (double one : change) {
                largest = Math.max(largest, Math.abs(one));
            }
            for (int c = 0; c < n; c++) {
                weights[c] += change[c] * Math.min(1, MOST / largest);
            }
        }
        for (int c = 0; c < n; c++) {
            weights[c] /= deviation[c];
        }
        return weights;
    }

    private static double[] deviation(List<Group> groups, int n) {
        List<double[]> rows =
                groups.stream().flatMap(group -> group.rows().stream()).toList();
        double[] deviation = new double[n];
        for (int c = 0; c < n; c++) {
            double sum = 0;
            double squares = 0;
            for (double[] row : rows) {
                sum += row[c];
                squares += row[c] * row[c];
            }
            double mean = sum / rows.size();
            double variance = squares / rows.size() - mean * mean;
            deviation[c] = variance < LEAST ? 1 : Math.sqrt(variance);
        }
        return deviation;
    }

    /** Adds the gradient and the curvature of a group's log-likelihood to {@code system}. */
    private static void add(Group group, double[] weights, double[] deviation, double[][] system) {
        int n = weights.length;
        int size = group.rows().size();
        double[][] x = new double[size][n];
        double[] all = new double[size];
        double[] right = new double[size];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            for (int c = 0; c < n; c++) {
                x[i][c] = group.rows().get(i)[c] / deviation[c];
                all[i] += weights[c] * x[i][c];
            }
            most = Math.max(most, all[i]);
        }
        double sum = 0;
        double sumOfRight = 0;
        for (int i = 0; i < size; i++) {
            all[i] = Math.exp(all[i] - most);
            right[i] = group.right()[i] ? all[i] + Double.MIN_NORMAL : 0;
            sum += all[i];
            sumOfRight += right[i];
        }
        double[] mean = new double[n];
        for (int i = 0; i < size; i++) {
            for (int c = 0; c < n; c++) {
                mean[c] += all[i] / sum * x[i][c];
            }
        }
        for (int i = 0; i < size; i++) {
            double share = all[i] / sum;
            double wanted = right[i] / sumOfRight;
            for (int c = 0; c < n; c++) {
                double apart = x[i][c] - mean[c];
                system[c][n] += (wanted - share) * x[i][c];
                for (int d = 0; d < n; d++) {
                    system[c][d] += share * apart * (x[i][d] - mean[d]);
                }
            }
        }
    }
}
