package io.copydesk.extraction.page;

import io.copydesk.schemas.RemovalReason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Small boxes among the paragraphs that call on the reader to do something on the site, in any words: a line that is a link to a letter, a quiz, a vote
 * or an offer of subscriptions, with what says so around it; or a question with buttons to answer. Stateless.
 */
final class CallBoxes {

    /** The rule of their lines. */
    static final String RULE = "page/call-box";

    /** Blocks and characters of a box at most, and of one with buttons. */
    private static final int MAX_BLOCKS = 8;

    private static final int MAX_CLIMB = 8;
    private static final int MAX_BOX = 320;
    private static final int MAX_QUESTION = 200;
    /** Weight from which on a block is a paragraph, and no line of a box. */
    private static final int PARAGRAPH = 140;
    /** Weight of the line that calls at most. */
    private static final int MAX_LINE = 60;
    /** Weight of a sentence beside a question that makes it more than one. */
    private static final int ANSWER = 40;

    private static final double LINKED = 0.9;
    private static final String QUESTION = "?？؟;";

    private final OfferBoxes offers;

    CallBoxes(OfferBoxes offers) {
        this.offers = offers;
    }

    /**
     * Removes the lines of such boxes.
     *
     * @param judged the article's blocks and those removed from it, in document order
     */
    void mark(ScannedPage page, List<Block> judged) {
        int first = -1;
        Map<Region, RemovalReason> boxes = new HashMap<>();
        for (Block b : judged) {
            if (first < 0 && b.removed == null && b.weight >= PARAGRAPH) {
                first = b.order;
            }
            if (first >= 0 && !b.region.hidden && b.weight <= MAX_LINE && b.linkDensity() >= LINKED) {
                boolean sale = offers.isSale(b);
                Region box = sale || offers.isCall(b) ? box(page, b.region, first, MAX_BOX) : null;
                if (box != null && box.size() > 1) {
                    boxes.put(box, sale ? RemovalReason.SUBSCRIPTION : RemovalReason.NEWSLETTER);
                }
            }
        }
        int text = first;
        for (Region r : page.regions()) {
            Region box = r.asks && text >= 0 && !r.hidden ? box(page, r, text, MAX_QUESTION) : null;
            if (box != null && box.size() > 0 && isQuestion(page, box)) {
                boxes.put(box, RemovalReason.NAVIGATION);
            }
        }
        boxes.forEach((box, reason) -> drop(judged, box, reason));
    }

    private static void drop(List<Block> judged, Region box, RemovalReason reason) {
        for (Block b : judged) {
            if (b.removed == null && b.order >= box.from && b.order < box.to) {
                b.remove(reason, RULE);
            }
        }
    }

    /** The largest region around {@code inside} below the first paragraph that is small and holds no paragraph, {@code null} when there is none. */
    private static @Nullable Region box(ScannedPage page, Region inside, int first, int most) {
        Region box = null;
        Region up = inside;
        for (int i = 0;
                i < MAX_CLIMB && up != null && up.from > first && up.size() <= MAX_BLOCKS;
                i++, up = up.parent) {
            int length = 0;
            for (Block b : page.of(up)) {
                length += b.text.length();
                if (b.weight >= PARAGRAPH || b.kind == BlockKind.PREFORMATTED || b.kind == BlockKind.QUOTE) {
                    return box;
                }
            }
            if (length > most || up.tag.equals("article") || up.tag.equals("main")) {
                return box;
            }
            box = up;
        }
        return box;
    }

    /** Whether its lines ask something, and say nothing else. */
    private static boolean isQuestion(ScannedPage page, Region box) {
        boolean asks = false;
        for (Block b : page.of(box)) {
            boolean question = QUESTION.indexOf(b.text.charAt(b.text.length() - 1)) >= 0;
            asks |= question;
            if (!question && b.sentence && b.weight >= ANSWER) {
                return false;
            }
        }
        return asks;
    }
}
