package io.copydesk.extraction.page;

import io.copydesk.schemas.RemovalReason;
import java.util.List;

/** Short lists inside an article whose items are links and nothing else: titles of other articles, put between two paragraphs. */
final class LinkLists {

    private static final double LINKED = 0.95;
    /** A longer title is a paragraph. */
    private static final int MAX_TITLE = 140;
    /** Lists of more items may be what the article is about. */
    private static final int MAX_ITEMS = 5;

    /** From here on the classifier is sure that a line is the article's. */
    private static final float SURE = 0.75f;

    private static final int MAX_CLIMB = 3;

    private LinkLists() {}

    /** Takes the items of such lists out of {@code kept}, but for those that are surely the article's. */
    static void drop(List<Block> blocks, float[] likelihood, boolean[] kept) {
        int i = 0;
        while (i < kept.length) {
            Region list = listOf(blocks.get(i));
            int end = i + 1;
            while (list != null && end < kept.length && listOf(blocks.get(end)) == list) {
                end++;
            }
            if (list != null
                    && end - i <= MAX_ITEMS
                    && blocks.subList(i, end).stream().allMatch(LinkLists::isTitle)) {
                for (int k = i; k < end; k++) {
                    if (kept[k] && likelihood[k] < SURE && !hasPrice(blocks.get(k).text)) {
                        kept[k] = false;
                        blocks.get(k).remove(RemovalReason.RELATED, "page/link-list");
                    }
                }
            }
            i = end;
        }
    }

    private static boolean isTitle(Block b) {
        return b.links == 1 && b.linkDensity() > LINKED && b.weight <= MAX_TITLE && !b.anchored;
    }

    /** Offers belong to the text that recommends the goods. */
    private static boolean hasPrice(String text) {
        return text.chars().anyMatch(c -> Character.getType(c) == Character.CURRENCY_SYMBOL);
    }

    private static Region listOf(Block b) {
        Region up = b.region;
        for (int i = 0; i < MAX_CLIMB && up != null; i++) {
            if (up.tag.equals("ul") || up.tag.equals("ol")) {
                return up;
            }
            up = up.parent;
        }
        return null;
    }
}
