package io.copydesk.extraction.page;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Headings that count up, as in a list of pictures with a title each: where some are kept all are, since they are the text. */
final class NumberedHeadings {

    private static final Pattern NUMBER = Pattern.compile("^[#№]?\\s?(\\d{1,3})\\s?[.):·–—-]?\\s.*", Pattern.DOTALL);
    private static final int LEAST = 3;

    private NumberedHeadings() {}

    /** Keeps each heading of a sequence of which one is kept. */
    static void keep(List<Block> blocks, boolean[] kept) {
        int expected = Integer.MAX_VALUE;
        int from = -1;
        int length = 0;
        boolean any = false;
        for (int i = 0; i <= kept.length; i++) {
            int number = i < kept.length && blocks.get(i).kind == BlockKind.HEADING ? number(blocks.get(i)) : -1;
            if (i < kept.length && number < 0) {
                continue;
            }
            if (i == kept.length || from < 0 || Math.abs(number - expected) != 1) {
                if (length >= LEAST && any) {
                    keepFrom(blocks, kept, from, i);
                }
                from = i;
                length = 0;
                any = false;
            }
            if (i < kept.length) {
                expected = number;
                length++;
                any |= kept[i];
            }
        }
    }

    private static void keepFrom(List<Block> blocks, boolean[] kept, int from, int to) {
        for (int k = from; k < to; k++) {
            Block b = blocks.get(k);
            boolean own = b.kind == BlockKind.HEADING && number(b) >= 0 && b.linkDensity() < 1;
            kept[k] |= own && !b.region.hidden;
        }
    }

    private static int number(Block b) {
        Matcher number = NUMBER.matcher(b.text);
        return number.matches() ? Integer.parseInt(number.group(1)) : -1;
    }
}
