package io.copydesk.extraction.page;

import io.copydesk.schemas.RemovalReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Decides by the classifier's likelihoods and the verdict of the rules which blocks of a page are kept. The thresholds are
 * heuristic.
 */
final class ModelVerdict {

    /** Likelihood from which on a block is kept. */
    private static final float ENOUGH = 0.5f;
    /** The same for a block that the rules keep as well, on a page where the classifier would remove much of what they keep. */
    private static final float BOTH = 0.35f;
    /** The same for a block outside the chosen regions, on a page where the classifier finds much there. */
    private static final float ALONE = 0.8f;

    /** The same for a heading above text that is kept. */
    private static final float HEADING = 0.05f;

    /** Weight of a line that is no paragraph at most. */
    private static final int LINE = 80;

    private static final int HEADING_LENGTH = 100;
    /** Rules of frames that may hold a wall. */
    private static final Set<String> DIALOGS =
            Set.of("page/role-dialog", "page/role-alertdialog", "page/role-alert", "page/tag-dialog", "page/mail-box");
    /** Blocks below the last kept one that may be a wall. */
    private static final int BELOW = 8;

    /**
     * When the classifier keeps a smaller share than this of what the rules keep, the best of their blocks are kept instead: a page is rarely without
     * any text.
     */
    private static final double LEAST = 0.2;

    /** Share of what the rules keep; when the classifier keeps less of it, {@link #BOTH} applies. */
    private static final double MOST = 0.85;
    /** When the classifier finds more than this share of the rules' text outside the chosen regions, {@link #ALONE} applies. */
    private static final double MUCH = 0.3;
    /** Characters; where the rules keep less, {@link #ALONE} does not apply. */
    private static final int SHORT = 300;

    private final List<Block> blocks;
    private final BlockSheet sheet;
    private final float[] likelihood;

    private final int firstInside;
    private final int lastInside;

    ModelVerdict(List<Block> blocks, BlockSheet sheet, float[] likelihood) {
        int first = 0;
        int last = likelihood.length - 1;
        while (first < likelihood.length && !sheet.isInside(first)) {
            first++;
        }
        while (last >= first && !sheet.isInside(last)) {
            last--;
        }
        this.firstInside = first;
        this.lastInside = last;
        this.blocks = blocks;
        this.sheet = sheet;
        this.likelihood = likelihood;
    }

    /**
     * The blocks that are kept, and the removed ones inside the article's range, in document order.
     *
     * @param headline squeezed, empty when unknown; blocks that repeat it, or are only a time of day, are removed
     */
    List<Block> apply(String headline) {
        boolean[] kept = keep();
        keepHeadings(kept);
        NumberedHeadings.keep(blocks, kept);
        LinkLists.drop(blocks, likelihood, kept);
        dropOtherArticles(kept);
        boolean[] titles = BlockJudge.titles(blocks, headline);
        int first = -1;
        int last = -1;
        for (int i = 0; i < kept.length; i++) {
            if (kept[i] && titles[i]) {
                kept[i] = false;
                blocks.get(i).remove(RemovalReason.HEADLINE, "page/headline");
            } else if (kept[i] && BlockJudge.isClock(blocks.get(i))) {
                kept[i] = false;
                blocks.get(i).remove(RemovalReason.DATE_LINE, "page/date-line");
            }
            first = kept[i] && first < 0 ? i : first;
            last = kept[i] ? i : last;
        }
        List<Block> judged = new ArrayList<>();
        for (int i = 0; i < kept.length; i++) {
            Block b = blocks.get(i);
            if (kept[i]) {
                b.keep();
                judged.add(b);
            } else if (sheet.isInside(i) || i > first && i < last || isRightBelow(i, last)) {
                if (b.removed == null) {
                    b.remove(
                            b.region.boilerplate == null ? RemovalReason.RELATED : b.region.boilerplate,
                            b.region.boilerplate == null ? "page/model" : b.region.rule);
                }
                judged.add(b);
            }
        }
        return judged;
    }

    /** Whether a block outside the chosen regions stands right below the last kept one, as a wall does, and is no part of the page's frame. */
    private boolean isRightBelow(int i, int last) {
        RemovalReason frame = blocks.get(i).region.boilerplate;
        boolean dialog = frame != null && DIALOGS.contains(Objects.requireNonNull(blocks.get(i).region.rule));
        return last >= 0
                && i > last
                && i <= last + BELOW
                && (frame == null || frame == RemovalReason.SUBSCRIPTION || dialog);
    }

    /** Where the classifier and the rules differ much about a page, a block on which both agree needs less likelihood, and others more. */
    private boolean[] keep() {
        double byRules = 0;
        double byBoth = 0;
        double outside = 0;
        for (int i = 0; i < likelihood.length; i++) {
            int length = sheet.text(i).length();
            boolean enough = likelihood[i] >= ENOUGH;
            byRules += sheet.isKeptByRules(i) ? length : 0;
            byBoth += sheet.isKeptByRules(i) && enough ? length : 0;
            outside += !sheet.isInside(i) && enough ? length : 0;
        }
        float rules = byBoth >= MOST * byRules ? ENOUGH : BOTH;
        float alone = outside <= MUCH * byRules || byRules < SHORT ? ENOUGH : ALONE;
        boolean[] kept = new boolean[likelihood.length];
        double left = 0;
        float highest = 0;
        for (int i = 0; i < kept.length; i++) {
            float enough = sheet.isKeptByRules(i) ? rules : sheet.isInside(i) ? ENOUGH : between(i) ? ALONE : alone;
            kept[i] = likelihood[i] >= enough;
            left += kept[i] ? sheet.text(i).length() : 0;
            highest = Math.max(highest, likelihood[i]);
        }
        for (int i = 0; i < kept.length && left < LEAST * byRules; i++) {
            kept[i] = sheet.isKeptByRules(i) && likelihood[i] >= highest / 2;
        }
        return kept;
    }

    /** Whether a short line stands outside of the chosen regions and between them, as boxes between the pieces of an article do. */
    private boolean between(int i) {
        return i > firstInside && i < lastInside && blocks.get(i).weight < LINE;
    }

    /** What is certainly of another article, or no article at all, is not kept for its likelihood. */
    private void dropOtherArticles(boolean[] kept) {
        for (int i = 0; i < kept.length; i++) {
            String rule = blocks.get(i).region.rule;
            kept[i] &= !"page/other-article".equals(rule) && !"page/cookie-text".equals(rule);
        }
    }

    /** Keeps a heading that the rules keep when the text right below it is kept. */
    private void keepHeadings(boolean[] kept) {
        for (int i = kept.length - 2; i >= 0; i--) {
            if (isHeading(blocks.get(i))
                    && sheet.isKeptByRules(i)
                    && likelihood[i] >= HEADING
                    && kept[i + 1]
                    && !isHeading(blocks.get(i + 1))) {
                kept[i] = true;
            }
        }
    }

    /** By its tag, or as a short line all of which is emphasised. */
    private static boolean isHeading(Block b) {
        return b.kind == BlockKind.HEADING
                || b.kind != BlockKind.CELL
                        && b.weight <= HEADING_LENGTH
                        && b.links == 0
                        && b.strongChars * 10 >= b.text.length() * 9;
    }
}
