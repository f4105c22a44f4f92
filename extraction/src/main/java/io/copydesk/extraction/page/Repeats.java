package io.copydesk.extraction.page;

import io.copydesk.schemas.RemovalReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Removes a run of blocks that repeats an earlier run in the same order: some pages contain their text twice, for wide and for narrow screens or for
 * readers with and without an account. A refrain, or a list whose entries recur, is kept.
 */
final class Repeats {

    private static final int MIN_RUN = 200;
    private static final int MIN_BLOCKS = 2;
    private static final int LONG = 120;
    /** Bound of the blocks compared on one page: comparing each of a million equal lines with all would be quadratic. */
    private static final int MAX_COMPARISONS = 500_000;

    private Repeats() {}

    static void drop(List<Block> all) {
        List<Block> blocks = new ArrayList<>();
        for (Block b : all) {
            if (b.removed == null && !b.region.hidden) {
                blocks.add(b);
            }
        }
        Map<String, Integer> first = new HashMap<>();
        int i = 0;
        int comparisons = 0;
        while (i < blocks.size() && comparisons < MAX_COMPARISONS) {
            Integer earlier = first.putIfAbsent(blocks.get(i).text, i);
            int same = earlier == null ? 0 : sameBlocks(blocks, earlier, i);
            comparisons += same + 1;
            int length = same > 0 && isSecondPrinting(blocks, earlier, i, same) ? same : 0;
            if (length == 0) {
                i++;
                continue;
            }
            for (Block b : blocks.subList(i, i + length)) {
                b.remove(RemovalReason.REPEATED, "page/repeated");
            }
            i += length;
        }
    }

    /** How many blocks from {@code at} on repeat those from {@code earlier} on. */
    private static int sameBlocks(List<Block> blocks, int earlier, int at) {
        int n = 0;
        while (at + n < blocks.size()
                && earlier + n < at
                && blocks.get(earlier + n).text.equals(blocks.get(at + n).text)) {
            n++;
        }
        return n;
    }

    private static boolean isSecondPrinting(List<Block> blocks, int earlier, int at, int same) {
        int weight = 0;
        boolean paragraph = false;
        for (Block b : blocks.subList(at, at + same)) {
            weight += b.weight;
            paragraph |= b.weight >= LONG;
        }
        return paragraph && (same >= MIN_BLOCKS ? weight >= MIN_RUN : at - earlier > 1);
    }
}
