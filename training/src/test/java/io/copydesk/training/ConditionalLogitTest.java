package io.copydesk.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.copydesk.training.ConditionalLogit.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ConditionalLogitTest {

    @Test
    void findsTheWeightsThatMadeTheChoices() {
        SplittableRandom random = new SplittableRandom(11);
        List<Group> groups = new ArrayList<>();
        for (int g = 0; g < 6_000; g++) {
            List<double[]> rows = new ArrayList<>();
            double[] sums = new double[4];
            double all = 0;
            for (int i = 0; i < sums.length; i++) {
                double[] row = {random.nextDouble(-2, 2), random.nextDouble(10, 14)};
                rows.add(row);
                sums[i] = Math.exp(1.2 * row[0] - 0.6 * row[1]);
                all += sums[i];
            }
            double drawn = random.nextDouble() * all;
            boolean[] right = new boolean[sums.length];
            int chosen = 0;
            while (chosen < sums.length - 1 && drawn >= sums[chosen]) {
                drawn -= sums[chosen++];
            }
            right[chosen] = true;
            groups.add(new Group(rows, right));
        }

        double[] weights = ConditionalLogit.train(groups, 1);

        assertThat(weights[0]).isCloseTo(1.2, within(0.08));
        assertThat(weights[1]).isCloseTo(-0.6, within(0.08));
    }

    @Test
    void severalRightRowsAColumnThatIsAlwaysTheSameAndAClearChoiceDoNoHarm() {
        List<double[]> rows = List.of(new double[] {1, 0}, new double[] {1, 4}, new double[] {1, 5});

        double[] weights = ConditionalLogit.train(List.of(new Group(rows, new boolean[] {false, true, true})), 0.01);

        assertThat(weights).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        assertThat(weights[1]).isPositive();
    }
}
