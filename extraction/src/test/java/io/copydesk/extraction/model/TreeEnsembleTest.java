package io.copydesk.extraction.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeEnsembleTest {

    private static final List<String> NAMES = List.of("length", "links");

    private static TreeEnsemble parse(String... lines) {
        return TreeEnsemble.parse(List.of(lines), NAMES::indexOf);
    }

    @Test
    void sumsOneLeafOfEachTree() {
        TreeEnsemble trees =
                parse("tree", "length 10 2", "leaf -1", "leaf 2", "tree", "links 0.5 2", "leaf 1", "leaf -3");

        assertThat(trees.likelihood(new float[] {20, 0})).isCloseTo(logistic(3), within(1e-6f));
        assertThat(trees.likelihood(new float[] {10, 1})).isCloseTo(logistic(-4), within(1e-6f));
    }

    @Test
    void takesTheLeafThatAWalkEndsAt() {
        TreeEnsemble trees = parse(
                "tree",
                "length 10 4",
                "links 2 3",
                "leaf 1",
                "leaf 2",
                "length 20 8",
                "links 5 7",
                "leaf 3",
                "leaf 4",
                "leaf 5");

        assertThat(trees.likelihood(new float[] {10, 2})).isCloseTo(logistic(1), within(1e-6f));
        assertThat(trees.likelihood(new float[] {9, 3})).isCloseTo(logistic(2), within(1e-6f));
        assertThat(trees.likelihood(new float[] {11, 3})).isCloseTo(logistic(3), within(1e-6f));
        assertThat(trees.likelihood(new float[] {20, 6})).isCloseTo(logistic(4), within(1e-6f));
        assertThat(trees.likelihood(new float[] {21, 1})).isCloseTo(logistic(5), within(1e-6f));
    }

    @Test
    void knowsNothingWithoutTrees() {
        assertThat(parse().likelihood(new float[] {1, 1})).isEqualTo(0.5f);
    }

    @Test
    void refusesWhatIsNoTree() {
        assertThatThrownBy(() -> parse("leaf 1")).hasMessageContaining("not a node of a tree");
        assertThatThrownBy(() -> parse("tree", "length 1")).hasMessageContaining("not a node of a tree");
        assertThatThrownBy(() -> parse("tree", "length 1 1", "leaf 1")).hasMessageContaining("before the left one");
        assertThatThrownBy(() -> parse("tree", "length 1 2", "leaf 1")).hasMessageContaining("not there");
        assertThatThrownBy(() -> parse("tree", "length 1 3", "leaf 1", "leaf 2", "leaf 3"))
                .hasMessageContaining("does not follow the left one");
        assertThatThrownBy(() -> parse("tree", "leaf 1", "leaf 2")).hasMessageContaining("no child of another");
        assertThatThrownBy(() -> parse("tree", "colour 1 2", "leaf 1", "leaf 2"))
                .hasMessageContaining("colour");
    }

    @Test
    void refusesATreeOfTooManyLeaves() {
        List<String> lines = new ArrayList<>(List.of("tree"));
        for (int i = 0; i < 64; i++) {
            lines.add("length " + i + " " + (2 * i + 2));
            lines.add("leaf " + i);
        }
        lines.add("leaf 64");

        assertThatThrownBy(() -> TreeEnsemble.parse(lines, NAMES::indexOf)).hasMessageContaining("more than 64 leaves");
    }

    private static float logistic(double sum) {
        return (float) (1 / (1 + Math.exp(-sum)));
    }
}
