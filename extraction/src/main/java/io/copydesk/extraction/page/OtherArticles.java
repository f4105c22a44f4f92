package io.copydesk.extraction.page;

import io.copydesk.extraction.metadata.AuthorNames;
import io.copydesk.extraction.resource.LegalNames;
import io.copydesk.schemas.LowerCase;
import io.copydesk.schemas.RemovalReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Marks the articles that follow the page's own, as on pages that load the next one below: a region with a headline of its own that looks like the
 * region of the page's headline, or that has a byline of its own, a date like the page's own, or a headline that leads to another page; or what
 * follows below a second such headline in the same element. It also marks what stands beside the page's own article: terms of the site below it and,
 * in a table that draws the page, the columns before it.
 */
final class OtherArticles {

    private static final double LEAST = 60;
    /** Text above an article in the same region at least. */
    private static final double MUCH = 300;

    /** Share of an article's text that another one in a box within it has at most. */
    private static final double MOST_OF_BOX = 0.35;

    /** Share of the characters of a headline inside a link from which it leads elsewhere. */
    private static final double LINKED = 0.9;

    /** Blocks below a headline that may be its byline. */
    private static final int BYLINE_REACH = 3;

    /** Characters of a line that holds a date or a name alone at most. */
    private static final int MAX_LINE = 100;

    /** The rule for what stands beside the page's own article and is none. */
    private static final String BESIDE = "page/beside-article";

    /** Headings that may be those of pages. */
    private static final Set<String> HIGH = Set.of("h1", "h2");

    private OtherArticles() {}

    /**
     * @param headline in the form of {@link TextShape#squeeze}, empty when unknown
     */
    static void mark(ScannedPage page, String headline, PageMass mass) {
        if (headline.isEmpty()) {
            return;
        }
        Region own = own(page, headline, mass);
        if (own == null) {
            return;
        }
        Block title = firstHeading(page, own);
        for (Region r : page.regions()) {
            Block first = r.from >= own.to && r.size() > 1 ? firstHeading(page, r) : null;
            if (isCellBefore(r, own)) {
                r.mark(RemovalReason.NAVIGATION, BESIDE);
            } else if (first != null) {
                if (r.boilerplate == null && isOther(page, r, first, own, title, headline, mass)) {
                    r.mark(RemovalReason.RELATED, "page/other-article");
                } else if (isLegal(first)) {
                    r.mark(RemovalReason.NAVIGATION, BESIDE);
                }
            }
        }
        markBelow(page, own, headline, mass);
        markLast(page, own, headline, mass);
        markTeasers(page, own, mass);
    }

    /** Whether the first heading of a region is the name of terms or of a notice on data, as in windows that a script opens. */
    private static boolean isLegal(Block first) {
        return first.text.length() <= MAX_LINE && LegalNames.contains(LegalNames.normal(first.text));
    }

    /** Whether {@code r} is a column of the table that draws the page, in front of the column that has the headline and the text. */
    private static boolean isCellBefore(Region r, Region own) {
        return r.tag.equals("td") && r.to <= own.from && r.parent != null && r.parent.contains(own);
    }

    /** Articles below the text in the same region whose headlines lead to them. */
    private static void markTeasers(ScannedPage page, Region own, PageMass mass) {
        List<Region> teasers = new ArrayList<>();
        double text = mass.good(own);
        int end = own.to;
        List<Region> regions = page.regions();
        for (int i = regions.size() - 1; i >= 0; i--) {
            Region r = regions.get(i);
            Block first = r.from > own.from && r.to <= own.to && r.tag.equals("article") ? firstHeading(page, r) : null;
            if (first != null && isTeaser(r, first) && r.to == end) {
                teasers.add(r);
                text -= mass.good(r);
                end = r.from;
            }
        }
        if (text >= 2 * LEAST) {
            teasers.forEach(r -> r.mark(RemovalReason.RELATED, "page/other-article"));
        }
    }

    /**
     * What follows in the same element below a second headline, when that is of the level of the page's own and both have a byline or both a date: pages
     * that load the next article may put it there without a box.
     */
    private static void markBelow(ScannedPage page, Region own, String headline, PageMass mass) {
        Block title = null;
        for (Block b : page.of(own)) {
            if (b.kind != BlockKind.HEADING || !HIGH.contains(b.region.tag)) {
                continue;
            }
            if (title == null) {
                title = TextShape.isSqueezed(b.text, headline) ? b : null;
            } else if (b.region.tag.equals(title.region.tag)
                    && b.region.parent == title.region.parent
                    && mass.good(title.order, b.order) >= LEAST
                    && (isSigned(page, b, own.to) && isSigned(page, title, own.to)
                            || isDated(page, b) && isDated(page, title))) {
                for (Region r : page.regions()) {
                    if (r.from >= b.order && r.parent == title.region.parent) {
                        r.mark(RemovalReason.RELATED, "page/other-article");
                    }
                }
                return;
            }
        }
    }

    /** An article at the end of the same region, when it is the only part there with a headline and a byline. */
    private static void markLast(ScannedPage page, Region own, String headline, PageMass mass) {
        Region last = null;
        int signed = 0;
        for (Region r : page.regions()) {
            Block first = r.from > own.from && r.to <= own.to && r.size() > 2 ? firstHeading(page, r) : null;
            if (first != null
                    && !TextShape.isSqueezed(first.text, headline)
                    && (hasByline(page, r, first) || isTeaser(r, first))) {
                signed++;
                last = last == null || !last.contains(r) ? r : last;
                signed -= last != r ? 1 : 0;
            }
        }
        if (last != null
                && signed == 1
                && (last.to == own.to || isBox(own, last, mass))
                && mass.good(own) - mass.good(last) >= MUCH) {
            last.mark(RemovalReason.RELATED, "page/other-article");
        }
    }

    /** Whether it is a small part of an article that goes on below it. */
    private static boolean isBox(Region own, Region part, PageMass mass) {
        return part.from > own.from + BYLINE_REACH && mass.good(part) < MOST_OF_BOX * mass.good(own);
    }

    /** The smallest region that starts with the page's headline and holds text, below which other articles may follow. */
    private static @Nullable Region own(ScannedPage page, String headline, PageMass mass) {
        Block title = null;
        for (Block b : page.blocks()) {
            if (b.kind == BlockKind.HEADING && TextShape.isSqueezed(b.text, headline)) {
                title = b;
                break;
            }
        }
        for (Region up = title == null ? null : title.region; up != null; up = up.parent) {
            if (up.tag.equals("body") || up.tag.equals("main")) {
                return null;
            }
            if (mass.good(up) >= LEAST) {
                return up;
            }
        }
        return null;
    }

    private static boolean isOther(
            ScannedPage page,
            Region r,
            Block first,
            Region own,
            @Nullable Block title,
            String headline,
            PageMass mass) {
        if (title == null || mass.good(r) < LEAST || TextShape.isSqueezed(first.text, headline)) {
            return false;
        }
        boolean alike = r.looks == own.looks
                && r.parent == own.parent
                && first.region.tag.equals(title.region.tag)
                && (r.tag.equals("article") || isCalledArticle(r));
        boolean next = r.parent == own.parent
                && mass.good(own) >= MUCH
                && HIGH.contains(first.region.tag)
                && isDated(page, first)
                && isDated(page, title);
        return alike || next || hasByline(page, r, first) || isTeaser(r, first);
    }

    /** Whether a date stands alone below a headline. */
    private static boolean isDated(ScannedPage page, Block title) {
        List<Block> blocks = page.blocks();
        for (int i = title.order + 1; i < Math.min(blocks.size(), title.order + BYLINE_REACH); i++) {
            String text = blocks.get(i).text;
            if (text.length() <= MAX_LINE && AuthorNames.isDate(text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCalledArticle(Region r) {
        String classes = LowerCase.of(r.element.className());
        return classes.contains("article") || classes.contains("story") || classes.contains("post");
    }

    /** The heading at the top of {@code r}; {@code null} when another block is there. */
    private static @Nullable Block firstHeading(ScannedPage page, Region r) {
        List<Block> blocks = page.of(r);
        return !blocks.isEmpty() && blocks.get(0).kind == BlockKind.HEADING ? blocks.get(0) : null;
    }

    /** Whether an article's headline leads to it, as above a teaser of another page. */
    private static boolean isTeaser(Region r, Block first) {
        return r.tag.equals("article") && first.linkDensity() >= LINKED;
    }

    private static boolean hasByline(ScannedPage page, Region r, Block first) {
        return first.kind == BlockKind.HEADING && isSigned(page, first, r.to);
    }

    /** Whether a byline with a label stands below a headline, above block {@code to}. */
    private static boolean isSigned(ScannedPage page, Block title, int to) {
        List<Block> blocks = page.blocks();
        for (int i = title.order + 1; i < Math.min(to, title.order + BYLINE_REACH); i++) {
            Block b = blocks.get(i);
            if (b.kind != BlockKind.HEADING
                    && !AuthorNames.withoutPrefix(b.text).equals(b.text)
                    && AuthorNames.isByline(b.text, List.of())) {
                return true;
            }
        }
        return false;
    }
}
