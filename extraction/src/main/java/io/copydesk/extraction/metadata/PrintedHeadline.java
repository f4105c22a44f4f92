package io.copydesk.extraction.metadata;

import io.copydesk.extraction.dom.PageTree;
import org.jspecify.annotations.Nullable;

/** Where a page prints its headline. Each element is read once; one instance for each page, not thread-safe. */
final class PrintedHeadline {

    private static final int MAX_HEADING = 400;

    private static final byte NO = 1;
    private static final byte YES = 2;

    private final PageTree tree;
    private final TitleCards cards;
    private final ClassMarks marks;
    private final String key;
    /** 0 where it was not asked yet. */
    private final byte[] known;

    /**
     * @param headline the heading above the text, {@code null} when unknown
     */
    PrintedHeadline(PageTree tree, ClassMarks marks, @Nullable String headline) {
        this.tree = tree;
        this.cards = new TitleCards(tree);
        this.marks = marks;
        this.key = headline == null ? "" : Headlines.key(headline);
        this.known = new byte[key.isEmpty() ? 0 : tree.size()];
    }

    /** The cards of other pages around it. */
    TitleCards cards() {
        return cards;
    }

    /** Characters that it has at the least. */
    int length() {
        return key.length();
    }

    /** Whether element {@code i} is a heading that ends with the headline, or an element called a title that holds nothing else of its own. */
    boolean isAt(int i) {
        boolean heading = tree.tag(i).isHeading();
        if (key.isEmpty() || !heading && !marks.isCalledTitle(i)) {
            return false;
        }
        if (known[i] == 0) {
            known[i] = heading && endsHeading(i)
                            || !heading
                                    && key.equals(Headlines.key(tree.element(i).ownText()))
                    ? YES
                    : NO;
        }
        return known[i] == YES;
    }

    private boolean endsHeading(int i) {
        String text = ShortText.of(tree.element(i), MAX_HEADING);
        return text != null && Headlines.key(text).endsWith(key);
    }
}
