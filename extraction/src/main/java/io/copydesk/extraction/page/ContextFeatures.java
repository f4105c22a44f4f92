package io.copydesk.extraction.page;

import static io.copydesk.extraction.page.Feature.*;
import static io.copydesk.extraction.page.ShapeFeatures.flag;

import io.copydesk.schemas.RemovalReason;
import java.util.List;

/** The features of a block's place on the page, its neighbours and what the rules made of it. */
final class ContextFeatures {

    private static final int FAR = 30;

    private final List<Block> blocks;
    private final float[][] rows;
    private final boolean[] strong;
    private final int from;
    private final int to;
    private final boolean[] inside;
    private final boolean[] candidate;
    private final int headline;
    private final double total;
    private final double share;

    /**
     * @param rows one for each block, the features of its own text filled in
     * @param regions the chosen regions
     */
    ContextFeatures(
            ScannedPage page,
            List<Region> regions,
            PageMass mass,
            float[][] rows,
            boolean[] inside,
            boolean[] strong,
            boolean[] candidate) {
        this.blocks = page.blocks();
        this.rows = rows;
        this.inside = inside;
        this.strong = strong;
        this.candidate = candidate;
        this.from = regions.isEmpty() ? 0 : regions.get(0).from;
        this.to = regions.isEmpty() ? 0 : regions.get(regions.size() - 1).to;
        this.total = Math.max(1, mass.totalGood());
        this.share = regions.stream().mapToDouble(mass::good).sum() / total;
        this.headline = headline();
    }

    private int headline() {
        for (Block b : blocks) {
            if (b.removed == RemovalReason.HEADLINE) {
                return b.order;
            }
        }
        for (Block b : blocks) {
            if (rows[b.order][HEADING_LEVEL.ordinal()] == 1 && !b.region.hidden) {
                return b.order;
            }
        }
        return -1;
    }

    void putAll() {
        int n = blocks.size();
        double before = 0;
        int strongBefore = 0;
        int strongAll = 0;
        for (boolean s : strong) {
            strongAll += s ? 1 : 0;
        }
        int lastStrong = -1;
        for (int i = 0; i < n; i++) {
            float[] row = rows[i];
            row[AT.ordinal()] = (float) i / n;
            row[CONTAINER_AT.ordinal()] = i < from ? -1 : i >= to ? 2 : (float) (i - from) / (to - from);
            row[GOOD_BEFORE.ordinal()] = (float) (before / total);
            row[STRONG_BEFORE.ordinal()] = Math.min(FAR, strongBefore);
            row[STRONG_AFTER.ordinal()] = Math.min(FAR, strongAll - strongBefore - (strong[i] ? 1 : 0));
            row[TO_LAST_STRONG.ordinal()] = lastStrong < 0 ? FAR : Math.min(FAR, i - lastStrong);
            row[AFTER_HEADLINE.ordinal()] = headline < 0 ? -2 * FAR : Math.max(-FAR, Math.min(FAR, i - headline));
            before += PageMass.quality(blocks.get(i));
            if (strong[i]) {
                lastStrong = i;
                strongBefore++;
            }
            rules(blocks.get(i), row);
            row[CONTAINER_SHARE.ordinal()] = (float) share;
        }
        int nextStrong = n + FAR;
        for (int i = n - 1; i >= 0; i--) {
            rows[i][TO_FIRST_STRONG.ordinal()] = Math.min(FAR, nextStrong - i);
            nextStrong = strong[i] ? i : nextStrong;
        }
        for (int i = 0; i < n; i++) {
            if (candidate[i]) {
                neighbours(i);
            }
        }
    }

    private void rules(Block b, float[] row) {
        row[IN_CONTAINER.ordinal()] = flag(inside[b.order]);
        row[REMOVED.ordinal()] = b.removed == null ? 0 : 1 + b.removed.ordinal();
        row[REMOVED_HEAD.ordinal()] = flag("page/before-text".equals(b.rule));
        row[REMOVED_TAIL.ordinal()] = flag("page/after-text".equals(b.rule));
        row[ANCHORED.ordinal()] = flag(b.anchored);
        row[DOUBTED.ordinal()] = flag(b.doubted);
    }

    private void neighbours(int i) {
        float[] row = rows[i];
        int p = visible(i, -1);
        int n = visible(i, 1);
        row[PREVIOUS_LENGTH.ordinal()] = of(p, LENGTH);
        row[PREVIOUS_LINK_DENSITY.ordinal()] = of(p, LINK_DENSITY);
        row[PREVIOUS_HEADING.ordinal()] = of(p, HEADING_LEVEL);
        row[PREVIOUS_SENTENCE.ordinal()] = of(p, SENTENCE_END);
        row[PREVIOUS_NEAR.ordinal()] = near(i, p);
        row[NEXT_LENGTH.ordinal()] = of(n, LENGTH);
        row[NEXT_LINK_DENSITY.ordinal()] = of(n, LINK_DENSITY);
        row[NEXT_HEADING.ordinal()] = of(n, HEADING_LEVEL);
        row[NEXT_SENTENCE.ordinal()] = of(n, SENTENCE_END);
        row[NEXT_NEAR.ordinal()] = near(i, n);
        row[SECOND_PREVIOUS_LENGTH.ordinal()] = of(visible(p, -1), LENGTH);
        row[SECOND_NEXT_LENGTH.ordinal()] = of(visible(n, 1), LENGTH);
    }

    private float of(int i, Feature f) {
        return i < 0 || i >= rows.length ? -1 : rows[i][f.ordinal()];
    }

    private int visible(int i, int step) {
        int at = i + step;
        for (int tries = 0; tries < FAR && at >= 0 && at < rows.length && blocks.get(at).region.hidden; tries++) {
            at += step;
        }
        return at;
    }

    /** 2: of one element; 1: of one parent. */
    private float near(int a, int b) {
        if (b < 0 || b >= rows.length) {
            return -1;
        }
        Region x = blocks.get(a).region;
        Region y = blocks.get(b).region;
        return x == y ? 2 : x.parent == y.parent || x == y.parent || y == x.parent ? 1 : 0;
    }
}
