package io.copydesk.extraction.page;

import io.copydesk.extraction.notice.Passage;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Table rows: the cells of one row are one paragraph. */
final class Rows {

    private Rows() {}

    /** One after the last block of the row that starts at {@code from}. */
    static int endOfRow(List<Block> blocks, int from) {
        Region row = row(blocks.get(from));
        if (row != null && isLayout(row)) {
            return from + 1;
        }
        int i = from + 1;
        while (i < blocks.size()
                && blocks.get(i).kind == BlockKind.CELL
                && blocks.get(i).removed == null
                && row != null
                && row(blocks.get(i)) == row) {
            i++;
        }
        return i;
    }

    /** A cell of several paragraphs is a column of an old layout. */
    private static boolean isLayout(Region row) {
        for (Region cell : row.children) {
            if (cell.to - cell.from > 1) {
                return true;
            }
        }
        return false;
    }

    /** The cells of one row as one passage, separated by bars. */
    static Passage join(List<Block> cells) {
        StringJoiner text = new StringJoiner(" | ");
        double linkChars = 0;
        double chars = 0;
        for (Block cell : cells) {
            text.add(cell.text.replace('\n', ' '));
            linkChars += cell.linkChars;
            chars += cell.text.length();
        }
        return new Passage(cells.get(0).order, text.toString(), false, linkChars / Math.max(1, chars));
    }

    private static @Nullable Region row(Block block) {
        int steps = 0;
        for (Region r = block.region; r != null && steps < 8; r = r.parent, steps++) {
            if (r.tag.equals("tr")) {
                return r;
            }
        }
        return null;
    }
}
