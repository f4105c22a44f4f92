package io.copydesk.extraction.page;

import io.copydesk.extraction.notice.Passage.Box;
import java.util.List;

/** Finds for blocks the largest element around them that holds some short lines and nothing else. For one page and thread. */
final class SmallBoxes {

    /** Lines of a box at most. */
    private static final int MOST_LINES = 8;
    /** Weight of all its lines at most. */
    private static final int MOST_TEXT = 500;
    /** Weight of one of them at most; more is a paragraph. */
    private static final int MOST_LINE = 200;

    /** The text is at least so many times that of a box in it: of a short article a box may be all of it. */
    private static final int SHARES = 3;

    private final ScannedPage page;
    private final int mostText;

    /** @param text what was kept of the page */
    SmallBoxes(ScannedPage page, List<Block> text) {
        this.page = page;
        this.mostText = Math.min(
                MOST_TEXT,
                text.stream()
                                .filter(block -> block.removed == null)
                                .mapToInt(block -> block.weight)
                                .sum()
                        / SHARES);
    }

    /** The box of a block, {@link Box#NONE} when it stands alone or among paragraphs. */
    Box of(Block block) {
        Region box = null;
        for (Region around = block.region; around != null && isSmall(around); around = around.parent) {
            box = around;
        }
        return box == null || box.size() < 2 ? Box.NONE : new Box(box.from, box.to);
    }

    private boolean isSmall(Region region) {
        if (region.size() > MOST_LINES) {
            return false;
        }
        int text = 0;
        List<Block> blocks = page.of(region);
        for (Block block : blocks) {
            if (block.weight > MOST_LINE) {
                return false;
            }
            text += block.weight;
        }
        return text <= mostText;
    }
}
