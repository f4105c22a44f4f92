package io.copydesk.extraction.page;

import io.copydesk.schemas.RemovalReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Small boxes among the paragraphs that call on the reader to do something on the site, in any words: a line that is a link to a letter, a quiz, a vote
 * or an offer of subscriptions, with what says so around it; a question with buttons to answer; or a box with a button between pieces of the text that
 * look alike. Stateless.
 */
final class CallBoxes {

    /** The rule of their lines. */
    static final String RULE = "page/call-box";

    /** Blocks and characters of a box at most, and of one with a question. */
    private static final int MAX_BLOCKS = 8;

    /** Boxes between the pieces of a text at most. */
    private static final int MAX_BETWEEN = 3;

    private static final int MAX_CLIMB = 8;
    private static final int MAX_BOX = 260;
    private static final int MAX_QUESTION = 200;
    /** Weight from which on a block is a paragraph above a box, and one that is no line of a box. */
    private static final int ABOVE = 80;

    private static final int PARAGRAPH = 140;
    /** Weight of the line that calls at most. */
    private static final int MAX_LINE = 60;
    /** Weight of a sentence beside a question that makes it more than one. */
    private static final int ANSWER = 40;

    /** Elements that pieces of a text are. */
    private static final Set<String> PIECES = Set.of("div", "section", "aside");

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
        Map<Region, RemovalReason> boxes = new LinkedHashMap<>();
        for (Block b : judged) {
            if (first < 0 && b.removed == null && b.weight >= ABOVE && b.linkDensity() < LINKED) {
                first = b.order;
            }
            if (first >= 0 && !b.region.hidden && b.weight <= MAX_LINE && b.linkDensity() >= LINKED) {
                boolean sale = offers.isSale(b);
                Region box = sale || offers.isCall(b) ? box(page, b.region, first, MAX_BOX) : null;
                if (box != null && box.size() > 1 && !hasItem(page, box)) {
                    boxes.put(box, sale ? RemovalReason.SUBSCRIPTION : RemovalReason.NEWSLETTER);
                }
            }
        }
        Set<Region> seen = new HashSet<>();
        for (Region r : page.regions()) {
            Region box = r.asks && first >= 0 && !r.hidden ? box(page, r, first, MAX_QUESTION) : null;
            if (box != null && seen.add(box) && isQuestion(page, box)) {
                boxes.put(box, RemovalReason.NAVIGATION);
            }
        }
        for (Region r : page.regions()) {
            if (first >= 0 && r.children.size() > 2 && !r.hidden) {
                between(page, r.children).forEach(box -> boxes.put(box, RemovalReason.NAVIGATION));
            }
        }
        if (!boxes.isEmpty()) {
            drop(page, judged, boxes);
        }
    }

    /** Boxes with a button, or named as promotions, that stand between pieces of a text that look alike and hold paragraphs. */
    private static List<Region> between(ScannedPage page, List<Region> siblings) {
        Map<Integer, Integer> last = new HashMap<>();
        for (int i = 0; i < siblings.size(); i++) {
            Region r = siblings.get(i);
            if (PIECES.contains(r.tag) && !r.classNames.trim().isEmpty() && holdsText(page, r)) {
                last.put(r.looks, i);
            }
        }
        List<Region> boxes = new ArrayList<>();
        int end = -1;
        for (int i = 0; i < siblings.size() && !last.isEmpty(); i++) {
            Region r = siblings.get(i);
            if (last.containsKey(r.looks)) {
                end = Math.max(end, last.get(r.looks));
            } else if (i < end
                    && PIECES.contains(r.tag)
                    && r.size() > 1
                    && r.size() <= MAX_BLOCKS
                    && !holdsText(page, r)) {
                boolean calls = r.classNames.contains("promo") || r.element.selectFirst("button,form") != null;
                if (calls
                        && page.of(r).stream().noneMatch(b -> b.kind == BlockKind.QUOTE || b.kind == BlockKind.CELL)) {
                    boxes.add(r);
                }
            }
        }
        // More of them are a part of the text that comes again and again.
        return boxes.size() > MAX_BETWEEN ? List.of() : boxes;
    }

    private static boolean holdsText(ScannedPage page, Region r) {
        return page.of(r).stream().limit(MAX_BLOCKS).anyMatch(b -> b.weight >= ABOVE && b.linkDensity() < LINKED);
    }

    private static void drop(ScannedPage page, List<Block> judged, Map<Region, RemovalReason> boxes) {
        @Nullable RemovalReason[] reasons = new RemovalReason[page.blocks().size()];
        boxes.forEach((box, reason) -> Arrays.fill(reasons, box.from, box.to, reason));
        for (Block b : judged) {
            RemovalReason reason = reasons[b.order];
            if (reason != null && b.removed == null) {
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

    private static boolean hasItem(ScannedPage page, Region box) {
        return page.of(box).stream().anyMatch(block -> block.kind == BlockKind.ITEM);
    }

    /** Whether its lines ask something and say nothing else, and there is more than one line or button. */
    private static boolean isQuestion(ScannedPage page, Region box) {
        if (box.size() < 2 && box.element.select("button").size() < 2) {
            return false;
        }
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
