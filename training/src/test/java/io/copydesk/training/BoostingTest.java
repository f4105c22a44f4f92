package io.copydesk.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.model.TreeEnsemble;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BoostingTest {

    private static final List<String> NAMES = List.of("a", "b", "noise");
    private static final Boosting.Settings SETTINGS = new Boosting.Settings(60, 8, 0.2, 1, 0.7, 1, 1, 5);

    private final float[][] rows = new float[4000][];
    private final float[] target = new float[rows.length];
    private final float[] weight = new float[rows.length];

    private void exclusiveOr() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < rows.length; i++) {
            rows[i] =
                    new float[] {(float) random.nextDouble(), (float) random.nextDouble(), (float) random.nextDouble()};
            target[i] = rows[i][0] > 0.5 != rows[i][1] > 0.5 ? 1 : 0;
            weight[i] = 1;
        }
    }

    @Test
    void learnsWhatNoSingleFeatureTells() {
        exclusiveOr();

        TreeEnsemble trees = TreeEnsemble.parse(Boosting.train(SETTINGS, NAMES, rows, target, weight), NAMES::indexOf);

        assertThat(trees.likelihood(new float[] {0.2f, 0.8f, 0.5f})).isGreaterThan(0.9f);
        assertThat(trees.likelihood(new float[] {0.8f, 0.8f, 0.5f})).isLessThan(0.1f);
    }

    @Test
    void rowsWithoutWeightSayNothing() {
        exclusiveOr();
        for (int i = 0; i < rows.length; i++) {
            if (rows[i][0] > 0.5) {
                target[i] = 1;
                weight[i] = 0;
            }
        }

        TreeEnsemble trees = TreeEnsemble.parse(Boosting.train(SETTINGS, NAMES, rows, target, weight), NAMES::indexOf);

        assertThat(trees.likelihood(new float[] {0.9f, 0.2f, 0.5f})).isLessThan(0.1f);
    }

    @Test
    void theSameRowsGiveTheSameTrees() {
        exclusiveOr();

        assertThat(Boosting.train(SETTINGS, NAMES, rows, target, weight))
                .isEqualTo(Boosting.train(SETTINGS, NAMES, rows, target, weight));
    }
}
