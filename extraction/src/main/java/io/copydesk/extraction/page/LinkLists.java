package io.copydesk.extraction.page;

import io.copydesk.schemas.RemovalReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Short lists inside an article whose items are links and nothing else: titles of other articles, put between two paragraphs. */
final class LinkLists {

    private static final double LINKED = 0.95;
    /** Characters; a longer text is a paragraph, not a title. */
    private static final int MAX_TITLE = 140;
    /** Items; a longer list may be the topic of the article. */
    private static final int MAX_ITEMS = 5;

    /** Likelihood from which on a line is kept in spite of its links. */
    private static final float SURE = 0.75f;

    private static final int MAX_CLIMB = 3;

    private LinkLists() {}

    /** Removes the items of such lists from {@code kept}, except those of high likelihood. */
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

    /** Whether it names a price: offers belong to a text that recommends goods. */
    private static boolean hasPrice(String text) {
        return text.chars().anyMatch(c -> Character.getType(c) == Character.CURRENCY_SYMBOL);
    }

    private static @Nullable Region listOf(Block b) {
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
