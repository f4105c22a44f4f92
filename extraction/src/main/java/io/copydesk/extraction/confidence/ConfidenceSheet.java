package io.copydesk.extraction.confidence;

import io.copydesk.extraction.page.BlockSheet;
import io.copydesk.extraction.page.MainText.Evidence;
import java.util.List;

/**
 * What tells how likely the text of a page is right.
 *
 * <p>Internal: public for the training module only, may change in any release.
 *
 * @param expected the F1 of the kept text, in characters, that the likelihoods of the blocks lead to expect, 0–1
 * @param kept characters of the blocks that are more likely the article's than not
 * @param length characters of the text in the end
 * @param authored whether the page names an author
 */
public record ConfidenceSheet(double expected, double kept, int length, boolean authored) {

    /** Likelihood from which on a block counts as kept. */
    private static final float ENOUGH = 0.5f;
    /** Bounds of the expectation, so that its logit is finite. */
    private static final double LEAST = 0.01;

    private static final double MOST = 0.995;

    /** The names of the columns, in their order. */
    public static List<String> columns() {
        return List.of("expected", "changed", "authored");
    }

    /** The sheet of a page by the likelihoods of its blocks. */
    public static ConfidenceSheet of(Evidence evidence, int length, boolean authored) {
        BlockSheet sheet = evidence.sheet();
        float[] likelihood = evidence.likelihood();
        double kept = 0;
        double right = 0;
        double all = 0;
        for (int i = 0; i < likelihood.length; i++) {
            int own = sheet.text(i).length();
            boolean enough = likelihood[i] >= ENOUGH;
            kept += enough ? own : 0;
            right += enough ? own * likelihood[i] : 0;
            all += own * likelihood[i];
        }
        return new ConfidenceSheet(kept == 0 ? 0 : 2 * right / (kept + all), kept, length, authored);
    }

    /**
     * The features, in the order of {@link #columns}: the logit of the expected F1, how far the text's length differs from that of the kept blocks,
     * and whether there is an author.
     */
    public double[] row() {
        double bounded = Math.max(LEAST, Math.min(MOST, expected));
        double ratio = kept == 0 ? 0 : length / kept;
        return new double[] {
            Math.log(bounded / (1 - bounded)), Math.abs(Math.log1p(ratio) - Math.log1p(1)), authored ? 1 : 0
        };
    }
}
