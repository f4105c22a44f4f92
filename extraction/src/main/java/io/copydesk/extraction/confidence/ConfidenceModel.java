package io.copydesk.extraction.confidence;

import io.copydesk.extraction.resource.ResourceLines;
import java.util.List;

/**
 * How likely the text that was extracted from a page is right: that its F1 against the article's true text, in runs of four words, is .8 or more. A
 * logistic regression. Immutable and thread-safe.
 *
 * <p>Internal: public for the training module only, may change in any release.
 */
public final class ConfidenceModel {

    /** Of the columns, and the bias as the last. */
    private final double[] weights;

    private ConfidenceModel(double[] weights) {
        this.weights = weights;
    }

    /** The bundled model. */
    public static ConfidenceModel load() {
        return parse(ResourceLines.of(ConfidenceModel.class, "confidence-model.txt"));
    }

    /**
     * A model from its lines: {@code NAME WEIGHT} for each of {@link ConfidenceSheet#columns}, in any order, and {@code bias WEIGHT}.
     *
     * @throws IllegalArgumentException when the lines are not of that form
     */
    public static ConfidenceModel parse(List<String> lines) {
        List<String> columns = ConfidenceSheet.columns();
        double[] weights = new double[columns.size() + 1];
        for (String line : lines) {
            String[] parts = line.split(" ");
            int column = parts[0].equals("bias") ? columns.size() : columns.indexOf(parts[0]);
            if (column < 0 || parts.length != 2) {
                throw new IllegalArgumentException("no weight of the confidence model: " + line);
            }
            weights[column] = Double.parseDouble(parts[1]);
        }
        return new ConfidenceModel(weights);
    }

    /** The likelihood, 0–1. */
    public double likelihood(ConfidenceSheet sheet) {
        double[] row = sheet.row();
        double sum = weights[row.length];
        for (int i = 0; i < row.length; i++) {
            sum += weights[i] * row[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
