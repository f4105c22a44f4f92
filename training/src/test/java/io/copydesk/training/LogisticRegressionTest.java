package io.copydesk.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {

    @Test
    void findsTheWeightsThatMadeTheClasses() {
        double[] made = {1.5, -0.5, 0.25};
        SplittableRandom random = new SplittableRandom(7);
        double[][] rows = new double[20_000][2];
        boolean[] target = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {random.nextDouble(-2, 2), random.nextDouble(10, 14)};
            double sum = made[0] * rows[i][0] + made[1] * (rows[i][1] - 12) + made[2];
            target[i] = random.nextDouble() < 1 / (1 + Math.exp(-sum));
        }

        double[] weights = LogisticRegression.train(rows, target);

        assertThat(weights[0]).isCloseTo(made[0], within(0.08));
        assertThat(weights[1]).isCloseTo(made[1], within(0.08));
        assertThat(weights[2] + 12 * weights[1]).isCloseTo(made[2], within(0.08));
    }

    @Test
    void aColumnThatIsAlwaysTheSameAndClassesThatAreSeparableDoNoHarm() {
        double[][] rows = {{1, 0}, {1, 1}, {1, 2}, {1, 3}};

        double[] weights = LogisticRegression.train(rows, new boolean[] {false, false, true, true});

        assertThat(weights).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        assertThat(weights[1]).isPositive();
    }
}
