package io.copydesk.training;

/** Logistic regression with a ridge penalty on standardised columns, by Newton's method (Hastie, Tibshirani, Friedman 2009, section 4.4). */
final class LogisticRegression {

    private static final int STEPS = 50;
    private static final double RIDGE = 1;
    private static final double LEAST = 1e-9;

    private LogisticRegression() {}

    /**
     * The weights of the columns as they are, and the bias as the last.
     *
     * @param target whether each row belongs to the class
     */
    static double[] train(double[][] rows, boolean[] target) {
        int n = rows[0].length;
        double[] mean = new double[n];
        double[] deviation = new double[n];
        for (int c = 0; c < n; c++) {
            for (double[] row : rows) {
                mean[c] += row[c] / rows.length;
            }
            for (double[] row : rows) {
                deviation[c] += (row[c] - mean[c]) * (row[c] - mean[c]) / rows.length;
            }
            deviation[c] = Math.sqrt(deviation[c]) + LEAST;
        }
        double[] weights = new double[n + 1];
        for (int step = 0; step < STEPS; step++) {
            double[][] system = new double[n + 1][n + 2];
            for (int i = 0; i < rows.length; i++) {
                double[] x = standardised(rows[i], mean, deviation);
                double sum = 0;
                for (int c = 0; c <= n; c++) {
                    sum += weights[c] * x[c];
                }
                double p = 1 / (1 + Math.exp(-sum));
                for (int c = 0; c <= n; c++) {
                    system[c][n + 1] += x[c] * ((target[i] ? 1 : 0) - p);
                    for (int d = 0; d <= n; d++) {
                        system[c][d] += x[c] * x[d] * Math.max(LEAST, p * (1 - p));
                    }
                }
            }
            for (int c = 0; c <= n; c++) {
                system[c][n + 1] -= c < n ? RIDGE * weights[c] : 0;
                system[c][c] += c < n ? RIDGE : LEAST;
            }
            double[] change = solution(system);
            for (int c = 0; c <= n; c++) {
                weights[c] += change[c];
            }
        }
        for (int c = 0; c < n; c++) {
            weights[c] /= deviation[c];
            weights[n] -= weights[c] * mean[c];
        }
        return weights;
    }

    private static double[] standardised(double[] row, double[] mean, double[] deviation) {
        double[] x = new double[row.length + 1];
        for (int c = 0; c < row.length; c++) {
            x[c] = (row[c] - mean[c]) / deviation[c];
        }
        x[row.length] = 1;
        return x;
    }

    /** Of a positive definite system whose right side is the last column; Gauss-Jordan elimination, which needs no pivots there. */
    static double[] solution(double[][] system) {
        int n = system.length;
        for (int c = 0; c < n; c++) {
            for (int r = 0; r < n; r++) {
                double factor = r == c ? 0 : system[r][c] / system[c][c];
                for (int k = c; k <= n; k++) {
                    system[r][k] -= factor * system[c][k];
                }
            }
        }
        double[] solution = new double[n];
        for (int c = 0; c < n; c++) {
            solution[c] = system[c][n] / system[c][c];
        }
        return solution;
    }
}
