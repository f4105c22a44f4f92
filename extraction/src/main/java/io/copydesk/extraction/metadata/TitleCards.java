package io.copydesk.extraction.metadata;

import io.copydesk.extraction.dom.PageTree;
import io.copydesk.extraction.dom.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Small elements that hold the title of another page as a link, as teasers do. All questions about one page take time linear in the page; not
 * thread-safe.
 */
final class TitleCards {

    /** Elements between an element and the card that holds it at most. */
    private static final int MAX_DEPTH = 2;
    /** Elements right inside a card at most. */
    private static final int MAX_PARTS = 5;
    /** Characters of the title at least. */
    private static final int MIN_TITLE = 20;
    /** The same of one in a heading. */
    private static final int MIN_HEADING = 8;

    private final PageTree page;
    /** The first link and the first heading of the first level from each node on; the number of nodes where there is none. */
    private int @Nullable [] links;

    private int[] headings = {};
    /** The link whose text was read last, and whether it is long enough for a title. */
    private int last = -1;

    private boolean lastIsTitle;

    TitleCards(PageTree page) {
        this.page = page;
    }

    /** Whether the nearest small element with a link around element {@code i} is such a card. */
    boolean holds(int i) {
        int[] nextLinks = links();
        int card = i;
        for (int up = 0; up < MAX_DEPTH && card > 0; up++) {
            card = page.parent(card);
            if (nextLinks[card] < page.end(card) && hasFewParts(card)) {
                return isTitle(nextLinks[card]) && headings[card] >= page.end(card);
            }
        }
        return false;
    }

    private int[] links() {
        if (links == null) {
            links = first(Tag.A);
            headings = first(Tag.H1);
        }
        return links;
    }

    private int[] first(Tag tag) {
        int[] first = new int[page.size()];
        int next = first.length;
        for (int i = first.length - 1; i >= 0; i--) {
            boolean found = !page.isText(i) && page.tag(i) == tag && (tag != Tag.A || page.hasAttr(i, "href"));
            next = found ? i : next;
            first[i] = next;
        }
        return first;
    }

    private boolean hasFewParts(int i) {
        int parts = 0;
        for (int child = i + 1; child < page.end(i) && parts <= MAX_PARTS; child = page.end(child)) {
            parts += page.isText(child) ? 0 : 1;
        }
        return parts <= MAX_PARTS;
    }

    private boolean isHeading(int i) {
        return i < page.size() && !page.isText(i) && page.tag(i).isHeading();
    }

    private boolean isTitle(int link) {
        if (link != last) {
            last = link;
            int least = isHeading(page.parent(link)) || isHeading(link + 1) ? MIN_HEADING : MIN_TITLE;
            lastIsTitle = PageTree.strippedLength(page.element(link).text()) >= least;
        }
        return lastIsTitle;
    }
}
