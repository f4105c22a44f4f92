package io.copydesk.extraction.metadata;

import io.copydesk.extraction.resource.ResourceLines;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of a page's titles is its headline: the one with the highest sum of weighted features (a conditional logit; McFadden 1974, "Conditional logit
 * analysis of qualitative choice behavior"). Immutable and thread-safe.
 *
 * <p>Internal: public for the training module only, may change in any release.
 */
public final class HeadlineModel {

    private final double[] weights;

    private HeadlineModel(double[] weights) {
        this.weights = weights;
    }

    /** The bundled model. */
    static HeadlineModel load() {
        return parse(ResourceLines.of(HeadlineModel.class, "headline-model.txt"));
    }

    /**
     * A model from its lines: {@code NAME WEIGHT} for each of {@link HeadlineSheet#columns}, in any order.
     *
     * @throws IllegalArgumentException when a line is not of that form
     */
    public static HeadlineModel parse(List<String> lines) {
        List<String> columns = HeadlineSheet.columns();
        double[] weights = new double[columns.size()];
        for (String line : lines) {
            String[] parts = line.split(" ");
            int column = columns.indexOf(parts[0]);
            if (column < 0 || parts.length != 2) {
                throw new IllegalArgumentException("no weight of the headline model: " + line);
            }
            weights[column] = Double.parseDouble(parts[1]);
        }
        return new HeadlineModel(weights);
    }

    /** The headline, of equally likely ones the first; {@code null} when the page has no title. */
    public @Nullable String choose(HeadlineSheet sheet) {
        String best = null;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < sheet.rows().size(); i++) {
            double sum = 0;
            double[] row = sheet.rows().get(i);
            for (int c = 0; c < row.length; c++) {
                sum += weights[c] * row[c];
            }
            if (sum > most) {
                most = sum;
                best = sheet.texts().get(i);
            }
        }
        return best;
    }
}
