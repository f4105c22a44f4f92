package io.copydesk.training;

import io.copydesk.extraction.Extractor;
import io.copydesk.extraction.ExtractorOptions;
import io.copydesk.extraction.Layer;
import io.copydesk.extraction.page.BlockSheet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A page with the features and labels of its blocks. */
record TrainingPage(GoldPage gold, BlockSheet sheet, Labels labels) {

    /** The sets whose pages are trained on. */
    static final List<String> SETS = List.of("aeb", "fundus", "wcxb", "traf");

    /** The pages of all {@link #SETS} in {@code folder}. */
    static List<TrainingPage> of(Path folder) throws IOException {
        Extractor rules = Extractor.create(ExtractorOptions.DEFAULT.without(Layer.MODEL));
        List<TrainingPage> pages = new ArrayList<>();
        for (String set : SETS) {
            for (GoldPage gold : GoldPage.of(folder.resolve(set))) {
                rules.sheet(gold.document())
                        .ifPresent(sheet -> pages.add(new TrainingPage(gold, sheet, Labels.of(gold, sheet))));
            }
            System.err.println(set + ": " + pages.size() + " pages read so far");
        }
        return pages;
    }

    /** Pages of one site are never on both sides of a split. */
    int fold(int folds, int salt) {
        return Math.floorMod((gold.host() + salt).hashCode() * 0x9E3779B1 >>> 7, folds);
    }
}
