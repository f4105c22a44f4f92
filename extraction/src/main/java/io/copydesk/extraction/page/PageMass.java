package io.copydesk.extraction.page;

import java.util.List;

/** The amounts of article-like and of other text in any range of blocks: prefix sums over the blocks, in characters of {@link TextShape#weight}. */
final class PageMass {

    /** Characters of a line that says who has the rights at most. */
    private static final int MAX_COPYRIGHT = 200;

    private final double[] good;
    private final double[] all;
    private final double[] links;

    private PageMass(int n) {
        good = new double[n + 1];
        all = new double[n + 1];
        links = new double[n + 1];
    }

    /**
     * The masses of all blocks.
     *
     * @param minded whether blocks in marked or hidden regions count nothing
     */
    static PageMass of(ScannedPage page, boolean minded) {
        List<Block> blocks = page.blocks();
        PageMass mass = new PageMass(blocks.size());
        for (int i = 0; i < blocks.size(); i++) {
            Block b = blocks.get(i);
            boolean out = minded && (b.region.boilerplate != null || b.region.hidden);
            mass.good[i + 1] = mass.good[i] + (out ? 0 : quality(b));
            mass.all[i + 1] = mass.all[i] + (out ? 0 : b.weight);
            mass.links[i + 1] = mass.links[i] + (out ? 0 : b.linkChars);
        }
        return mass;
    }

    /** The article-like part of a block's text: its weight without links, times a factor by its kind and length; 0 when hidden. */
    static double quality(Block b) {
        return b.region.hidden ? 0 : textQuality(b);
    }

    /** The same, whether the block is hidden or not. */
    static double textQuality(Block b) {
        if (b.weight <= MAX_COPYRIGHT && b.text.startsWith("©")) {
            return 0;
        }
        double density = b.linkDensity();
        double own = b.weight * (1 - density) * (b.doubted ? 0.25 : 1);
        if (b.anchored) {
            return own;
        }
        if (density > 0.5) {
            return 0;
        }
        boolean full = b.weight >= 80 || b.weight >= 35 && b.sentence;
        return switch (b.kind) {
            case PARAGRAPH, QUOTE -> full ? own : own * 0.3;
            case LOOSE -> full ? own * 0.9 : own * 0.1;
            case ITEM -> full ? own * 0.7 : own * 0.15;
            case PREFORMATTED -> own * 0.7;
            case CELL -> full ? own * 0.5 : 0;
            case HEADING, CAPTION -> 0;
        };
    }

    double good(Region r) {
        return good(r.from, r.to);
    }

    /** The same of the blocks from one up to another. */
    double good(int from, int to) {
        return good[to] - good[from];
    }

    double all(Region r) {
        return all[r.to] - all[r.from];
    }

    double linkDensity(Region r) {
        double total = all(r);
        return total == 0 ? 0 : (links[r.to] - links[r.from]) / total;
    }

    double totalGood() {
        return good[good.length - 1];
    }
}
