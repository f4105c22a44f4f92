package io.copydesk.extraction.page;

import io.copydesk.schemas.LowerCase;
import io.copydesk.schemas.RemovalReason;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Short lists inside an article whose items are links and nothing else: titles of other articles, put between two paragraphs. A list that a sentence
 * announces stays.
 */
final class LinkLists {

    private static final double LINKED = 0.95;
    /** Characters; a longer text is a paragraph, not a title. */
    private static final int MAX_TITLE = 140;
    /** Items; a longer list may be the topic of the article. */
    private static final int MAX_ITEMS = 5;

    /** Likelihood from which on a line is kept in spite of its links. */
    private static final float SURE = 0.75f;

    private static final int MAX_CLIMB = 3;
    /** Weight of what stands below the title on a card at most. */
    private static final int MAX_LEAD = 300;

    private static final String CARD = "page/link-card";

    /** Characters of a label in front of a title at most. */
    private static final int MAX_LABEL = 30;
    /** Words of a sentence that announces a list at least; fewer are a label. */
    private static final int LEAST_WORDS = 4;

    private static final String COLONS = ":：";
    private static final Pattern HOST = Pattern.compile("(?:https?:)?//(?:www\\.)?([^/?#]+)");
    private static final Pattern DOCUMENT = Pattern.compile("\\.(?:pdf|docx?|xlsx?|csv|zip)(?:[?#]|$)");

    private LinkLists() {}

    /** Removes the items of such lists from {@code kept}, except those of high likelihood. */
    static void drop(List<Block> blocks, float[] likelihood, boolean[] kept) {
        for (int k = 1; k + 1 < kept.length; k++) {
            if (kept[k]
                    && isLabelledTitle(blocks.get(k))
                    && isText(blocks, kept, k - 1)
                    && isText(blocks, kept, k + 1)) {
                kept[k] = false;
                blocks.get(k).remove(RemovalReason.RELATED, "page/labelled-link");
            }
        }
        dropCards(blocks, kept);
        int i = 0;
        while (i < kept.length) {
            Region list = listOf(blocks.get(i));
            int end = i + 1;
            while (list != null && end < kept.length && listOf(blocks.get(end)) == list) {
                end++;
            }
            if (list != null && isAnnounced(blocks, kept, i, end)) {
                Arrays.fill(kept, i, end, true);
            } else if (list != null
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

    /** Removes what stands between two paragraphs in one link with a heading right above: the card of another page. */
    private static void dropCards(List<Block> blocks, boolean[] kept) {
        for (int k = 2; k + 1 < kept.length; k++) {
            Block title = blocks.get(k - 1);
            Block lead = blocks.get(k);
            if (kept[k]
                    && title.kind == BlockKind.HEADING
                    && title.link != null
                    && title.link == lead.link
                    && title.linkDensity() > LINKED
                    && lead.linkDensity() > LINKED
                    && lead.weight <= MAX_LEAD
                    && isText(blocks, kept, k - 2)
                    && isText(blocks, kept, k + 1)) {
                kept[k - 1] = false;
                kept[k] = false;
                title.remove(RemovalReason.RELATED, CARD);
                lead.remove(RemovalReason.RELATED, CARD);
            }
        }
    }

    /** Whether it is a short label in bold type, a colon, and the title of another page of the site as a link. */
    private static boolean isLabelledTitle(Block b) {
        int colon = b.links == 1 && b.kind == BlockKind.PARAGRAPH && !b.sentence ? b.text.indexOf(':') : -1;
        return colon > 0
                && colon <= MAX_LABEL
                && b.weight <= MAX_TITLE
                && b.strongChars >= colon
                && b.linkChars >= LINKED * (b.text.length() - colon - 2)
                && b.linkChars <= b.text.length() - colon
                && TextShape.words(b.text.substring(colon + 1)) >= LEAST_WORDS
                && !isSource(b);
    }

    private static boolean isText(List<Block> blocks, boolean[] kept, int i) {
        return kept[i] && BlockJudge.isStrong(blocks.get(i));
    }

    /** Whether a kept sentence that ends with a colon stands right above, and all items lead to other sites or to documents. */
    private static boolean isAnnounced(List<Block> blocks, boolean[] kept, int from, int to) {
        Block above = from > 0 && kept[from - 1] ? blocks.get(from - 1) : null;
        return above != null
                && above.kind == BlockKind.PARAGRAPH
                && COLONS.indexOf(above.text.charAt(above.text.length() - 1)) >= 0
                && TextShape.words(above.text) >= LEAST_WORDS
                && blocks.subList(from, to).stream().allMatch(LinkLists::isSource);
    }

    /** Whether it is a link to another site or to a document, and stands in the article. */
    private static boolean isSource(Block b) {
        if (b.link == null || b.region.hidden || b.region.boilerplate != null) {
            return false;
        }
        String address = LowerCase.of(b.link.attr("href"));
        String own = host(LowerCase.of(b.link.baseUri()));
        String host = host(address);
        return !host.isEmpty() && !host.equals(own) || DOCUMENT.matcher(address).find();
    }

    /** The host of an absolute address, empty for another. */
    private static String host(String address) {
        Matcher host = HOST.matcher(address);
        return host.lookingAt() ? host.group(1) : "";
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
