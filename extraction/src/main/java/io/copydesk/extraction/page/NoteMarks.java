package io.copydesk.extraction.page;

import io.copydesk.extraction.dom.PageTree;
import io.copydesk.extraction.dom.Tag;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * The marks behind words that lead to notes on the same page: {@code [3]}, raised above the line; and the arrows behind notes that lead back. Stateless
 * and thread-safe.
 */
final class NoteMarks {

    /** Nodes of a raised mark and its link at most. */
    private static final int MAX_NODES = 4;

    private static final Pattern MARK = Pattern.compile("[\\[(]?\\p{Nd}{1,3}[\\])]?|[\\[(]\\p{L}[\\])]|[*†‡]{1,3}");

    /** An arrow, perhaps with a sign that chooses its form, and the number of the place that it leads to. */
    private static final Pattern BACK = Pattern.compile("[\\[(]?[↩⤴⏎↵][\\x{FE0E}\\x{FE0F}]?\\d{0,3}[\\])]?");

    private NoteMarks() {}

    /** Whether {@code link} is an arrow that leads back from a note. */
    static boolean leadsBack(Element link) {
        return link.childNodeSize() == 1
                && link.childNode(0) instanceof TextNode arrow
                && link.attr("href").indexOf('#') >= 0
                && BACK.matcher(arrow.text().strip()).matches();
    }

    /** Whether element {@code i} is such a mark. */
    static boolean isOne(PageTree page, int i) {
        if (page.tag(i) != Tag.OTHER || page.end(i) - i > MAX_NODES) {
            return false;
        }
        Element raised = page.element(i);
        return raised.normalName().equals("sup")
                && (leadsToNote(raised.parent()) || leadsToNote(raised.firstElementChild()))
                && MARK.matcher(raised.text().strip()).matches();
    }

    private static boolean leadsToNote(@Nullable Element link) {
        return link != null
                && link.normalName().equals("a")
                && link.attr("href").indexOf('#') >= 0;
    }
}
