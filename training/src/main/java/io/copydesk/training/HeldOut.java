package io.copydesk.training;

import io.copydesk.extraction.Extractor;
import io.copydesk.extraction.ExtractorOptions;
import io.copydesk.extraction.page.BlockClassifier;
import java.io.IOException;
import java.util.List;

/** Block models that were trained without the site of a page: five folds by site. */
final class HeldOut {

    private static final int FOLDS = 5;

    /** What is done with a page and what was trained without its site. */
    interface Visitor {
        void visit(TrainingPage page, BlockClassifier classifier, Extractor extractor) throws IOException;
    }

    private HeldOut() {}

    /** Visits each page once. Overwrites the columns of the second pass in their sheets. */
    static void forEach(List<TrainingPage> pages, Visitor visitor) throws IOException {
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            System.err.println("fold " + (fold + 1) + " of " + FOLDS);
            BlockClassifier classifier = BlockClassifier.parse(TwoPasses.train(
                    pages.stream().filter(p -> p.fold(FOLDS, 0) != held).toList()));
            Extractor extractor = Extractor.create(ExtractorOptions.DEFAULT, classifier);
            for (TrainingPage page : pages) {
                if (page.fold(FOLDS, 0) == held) {
                    visitor.visit(page, classifier, extractor);
                }
            }
        }
    }
}
