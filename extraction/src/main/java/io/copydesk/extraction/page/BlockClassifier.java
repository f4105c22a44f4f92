package io.copydesk.extraction.page;

import io.copydesk.extraction.model.TreeEnsemble;
import io.copydesk.extraction.resource.ResourceLines;
import java.util.Arrays;
import java.util.List;

/**
 * The likelihood of each block of a page to be the article's: two ensembles of trees, the second of which also gets the likelihoods that the first
 * gives to the blocks around. Immutable and thread-safe.
 *
 * <p>Internal: public for the training module only, may change in any release.
 */
public final class BlockClassifier {

    private final TreeEnsemble first;
    private final TreeEnsemble second;

    private BlockClassifier(TreeEnsemble first, TreeEnsemble second) {
        this.first = first;
        this.second = second;
    }

    /** The bundled model. */
    public static BlockClassifier load() {
        return parse(ResourceLines.of(BlockClassifier.class, "block-model.txt"));
    }

    /**
     * A classifier from its lines: {@code first}, the lines of the first ensemble, {@code second}, those of the second.
     *
     * @throws IllegalArgumentException when the lines are not of that form, see {@link TreeEnsemble#parse}
     */
    public static BlockClassifier parse(List<String> lines) {
        int second = lines.indexOf("second");
        if (second < 1 || !lines.get(0).equals("first")) {
            throw new IllegalArgumentException("a block model has two parts, first and second");
        }
        return new BlockClassifier(
                TreeEnsemble.parse(lines.subList(1, second), BlockClassifier::column),
                TreeEnsemble.parse(lines.subList(second + 1, lines.size()), BlockClassifier::column));
    }

    private static int column(String name) {
        return BlockSheet.columns().indexOf(name);
    }

    /** The likelihood of each block of {@code sheet}, 0 for those that are not candidates. */
    public float[] classify(BlockSheet sheet) {
        sheet.passOn(sheet.judge(first));
        float[] likelihood = sheet.judge(second);
        int end;
        for (int i = 0; i < likelihood.length; i = end) {
            end = sheet.endOfUnit(i);
            if (end > i + 1) {
                level(likelihood, i, end);
            }
        }
        return likelihood;
    }

    /** The blocks of one unit have the likelihood of their mean. */
    private static void level(float[] likelihood, int from, int to) {
        float sum = 0;
        for (int i = from; i < to; i++) {
            sum += likelihood[i];
        }
        Arrays.fill(likelihood, from, to, sum / (to - from));
    }
}
