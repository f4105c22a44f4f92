package io.copydesk.extraction.page;

import static io.copydesk.extraction.page.Feature.*;
import static io.copydesk.extraction.page.ShapeFeatures.flag;
import static io.copydesk.extraction.page.ShapeFeatures.log;

import java.util.List;

/** The features that all blocks of a page share: what kind of page it is. */
final class PageFeatures {

    private PageFeatures() {}

    static void put(
            List<Block> blocks, boolean[] inside, boolean[] strong, MainTextFinder.Hints hints, float[][] rows) {
        int all = 1;
        int headings = 0;
        int items = 0;
        int strongBlocks = 0;
        double strongLength = 0;
        for (Block b : blocks) {
            if (inside[b.order]) {
                all++;
                headings += b.kind == BlockKind.HEADING ? 1 : 0;
                items += b.kind == BlockKind.ITEM ? 1 : 0;
            }
            if (strong[b.order]) {
                strongBlocks++;
                strongLength += b.weight;
            }
        }
        for (float[] row : rows) {
            row[DATED.ordinal()] = flag(hints.dated());
            row[AUTHORED.ordinal()] = flag(hints.authored());
            row[DECLARED.ordinal()] = flag(hints.articleBody() != null);
            row[STRONG_BLOCKS.ordinal()] = log(strongBlocks);
            row[STRONG_LENGTH.ordinal()] = log(strongLength / Math.max(1, strongBlocks));
            row[CONTAINER_HEADINGS.ordinal()] = (float) headings / all;
            row[CONTAINER_ITEMS.ordinal()] = (float) items / all;
        }
    }
}
