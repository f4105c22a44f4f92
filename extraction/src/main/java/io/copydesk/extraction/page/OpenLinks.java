package io.copydesk.extraction.page;

import io.copydesk.extraction.dom.PageTree;
import io.copydesk.extraction.dom.Tag;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds the link of a page that nobody closed. A parser of HTML opens it again in each paragraph that follows (the adoption agency algorithm of the
 * HTML standard), so most of the text would count as links.
 */
final class OpenLinks {

    /** Pieces of a link that is still open after a paragraph or two. */
    private static final int LEAST_PIECES = 3;

    /** Characters inside such a link from which on it is no teaser. */
    private static final int LEAST_TEXT = 400;

    private OpenLinks() {}

    /** The address of the link that holds more than half of the text of {@code page}, in several pieces; empty when there is none. */
    static String find(PageTree page) {
        Map<String, int[]> byAddress = new HashMap<>();
        int[] inLink = new int[2];
        int endOfLink = 0;
        int total = 0;
        for (int i = page.body(); i < page.end(page.body()); i++) {
            if (page.isText(i)) {
                total += page.length(i);
                inLink[1] += i < endOfLink ? page.length(i) : 0;
            } else if (i >= endOfLink && page.tag(i) == Tag.A && page.hasAttr(i, "href")) {
                endOfLink = page.end(i);
                inLink = byAddress.computeIfAbsent(page.attr(i, "href"), address -> new int[2]);
                inLink[0]++;
            }
        }
        for (Map.Entry<String, int[]> one : byAddress.entrySet()) {
            int[] found = one.getValue();
            if (found[0] >= LEAST_PIECES && found[1] >= LEAST_TEXT && 2 * found[1] > total) {
                return one.getKey();
            }
        }
        return "";
    }
}
