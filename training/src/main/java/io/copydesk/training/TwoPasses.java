package io.copydesk.training;

import io.copydesk.extraction.model.TreeEnsemble;
import io.copydesk.extraction.page.BlockSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Trains the two ensembles of a block model. */
final class TwoPasses {

    private static final int INNER_FOLDS = 4;
    private static final List<String> COLUMNS = BlockSheet.columns();
    private static final Boosting.Settings FIRST = new Boosting.Settings(140, 10, 0.08, 0.25, 0.5, 15, 15, 17);
    private static final Boosting.Settings SECOND = new Boosting.Settings(140, 10, 0.08, 0.25, 0.5, 15, 15, 19);

    /** News counts more than blogs, and the sets with many publishers and languages most. */
    private static final Map<String, Float> IMPORTANCE = Map.of("fundus", 2f, "aeb", 1.5f);

    private TwoPasses() {}

    /** The lines of the model. Overwrites the columns of the second pass in the sheets of {@code pages}. */
    static List<String> train(List<TrainingPage> pages) {
        // The second pass must be trained on predictions as inaccurate as on new pages, so these come from models that
        // were not trained on the page (stacking).
        for (int fold = 0; fold < INNER_FOLDS; fold++) {
            int held = fold;
            List<TrainingPage> others =
                    pages.stream().filter(p -> p.fold(INNER_FOLDS, 31) != held).toList();
            TreeEnsemble trees = TreeEnsemble.parse(first(others), COLUMNS::indexOf);
            pages.stream()
                    .filter(p -> p.fold(INNER_FOLDS, 31) == held)
                    .forEach(p -> p.sheet().passOn(likelihood(trees, p.sheet())));
        }
        List<String> lines = new ArrayList<>();
        lines.add("first");
        lines.addAll(first(pages));
        lines.add("second");
        lines.addAll(ensemble(SECOND, COLUMNS, pages));
        return lines;
    }

    private static List<String> first(List<TrainingPage> pages) {
        return ensemble(FIRST, COLUMNS.subList(0, BlockSheet.firstPassColumns()), pages);
    }

    private static float[] likelihood(TreeEnsemble trees, BlockSheet sheet) {
        float[] likelihood = new float[sheet.size()];
        for (int i = 0; i < likelihood.length; i++) {
            likelihood[i] = sheet.isCandidate(i) ? trees.likelihood(sheet.row(i)) : 0;
        }
        return likelihood;
    }

    private static List<String> ensemble(Boosting.Settings settings, List<String> columns, List<TrainingPage> pages) {
        List<float[]> rows = new ArrayList<>();
        List<Float> targets = new ArrayList<>();
        List<Float> weights = new ArrayList<>();
        for (TrainingPage page : pages) {
            for (int i = 0; i < page.sheet().size(); i++) {
                if (page.labels().weight()[i] > 0) {
                    rows.add(page.sheet().row(i));
                    targets.add(page.labels().share()[i]);
                    weights.add(page.labels().weight()[i]
                            * IMPORTANCE.getOrDefault(page.gold().set(), 1f));
                }
            }
        }
        return Boosting.train(settings, columns, rows.toArray(float[][]::new), array(targets), array(weights));
    }

    private static float[] array(List<Float> values) {
        float[] array = new float[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }
}
