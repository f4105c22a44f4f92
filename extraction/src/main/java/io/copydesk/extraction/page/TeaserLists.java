package io.copydesk.extraction.page;

import java.util.List;

/** Lists of other articles: several children alike, most of them a linked headline with little text. */
final class TeaserLists {

    private static final int MIN_TEASERS = 3;
    private static final int MAX_TEXT = 600;

    private TeaserLists() {}

    static boolean isOne(ScannedPage page, Region region) {
        List<Region> children = region.children;
        if (children.size() < MIN_TEASERS) {
            return false;
        }
        int filled = 0;
        int teasers = 0;
        Region like = null;
        for (Region child : children) {
            if (child.from == child.to) {
                continue;
            }
            like = like == null ? child : like;
            filled++;
            teasers += looksLike(child, like) && isTeaser(page, child) ? 1 : 0;
        }
        return teasers >= MIN_TEASERS && teasers * 10 >= filled * 8;
    }

    private static boolean looksLike(Region r, Region like) {
        return r.tag.equals(like.tag) && firstClass(r).equals(firstClass(like));
    }

    private static String firstClass(Region r) {
        String classes = r.element.className();
        int blank = classes.indexOf(' ');
        return blank < 0 ? classes : classes.substring(0, blank);
    }

    /** A linked headline and at most a short text. */
    private static boolean isTeaser(ScannedPage page, Region child) {
        if (child.tag.equals("p") || child.tag.startsWith("h") || child.to - child.from > 8) {
            return false;
        }
        int weight = 0;
        boolean linked = false;
        for (Block b : page.of(child)) {
            if (b.anchored) {
                return false;
            }
            weight += b.weight;
            linked |=
                    b.linkDensity() > 0.8 && b.weight >= 20 && (b.kind == BlockKind.HEADING || b.linkDensity() > 0.95);
        }
        return linked && weight <= MAX_TEXT;
    }
}
