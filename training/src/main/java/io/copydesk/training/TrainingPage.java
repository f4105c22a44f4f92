package io.copydesk.training;

import io.copydesk.extraction.page.BlockSheet;

/** A page with the features and labels of its blocks. */
record TrainingPage(GoldPage gold, BlockSheet sheet, Labels labels) {

    /** Pages of one site are never on both sides of a split. */
    int fold(int folds, int salt) {
        return Math.floorMod((gold.host() + salt).hashCode() * 0x9E3779B1 >>> 7, folds);
    }
}
