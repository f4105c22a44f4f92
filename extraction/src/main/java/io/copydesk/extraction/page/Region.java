package io.copydesk.extraction.page;

import io.copydesk.extraction.dom.PageTree;
import io.copydesk.schemas.RemovalReason;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * One block-level element: a range of the page's blocks. The scan and the boilerplate rules fill it in, later steps only read it; one instance
 * belongs to one page and one thread.
 */
final class Region {

    private static final int ITEM_BODY = 1;
    private static final int ITEM_ARTICLE = 2;

    final Element element;
    /** Lower-case name of {@link #element}. */
    final String tag;
    /** The region around it, {@code null} for the root. */
    final @Nullable Region parent;
    /** Number of regions around it. */
    final int depth;
    /** What the words of its class and id mean. */
    final ClassWords.Classes classes;
    /** Hash of tag and class attribute: equal for elements that look alike. */
    final int looks;
    /** Its class attribute, the same string for all elements with that value; empty when it has none. */
    final String classNames;
    /** What its microdata say; one of the constants above. */
    private final byte item;
    /** The regions right inside it, in document order. */
    final List<Region> children = new ArrayList<>(0);

    /** Position among the regions of the page, from 0. */
    int number;
    /** Order of the first block inside. */
    int from;
    /** One after the order of the last block inside; {@link #from} when it has none. */
    int to;

    /** Order of the block right below the last picture inside, as far as that is known; -1 when there is none. */
    int pictured = -1;

    /** Whether a field for the reader's mail address stands right in it. */
    boolean asksForMail;
    /** Whether a button stands right in it that opens nothing. */
    boolean asks;
    /** Whether its own attributes hide it, see {@link Visibility}. */
    boolean hiddenItself;
    /** Whether it or a region around it is hidden from readers. */
    boolean hidden;
    /** Why it is boilerplate, {@code null} when it is not. */
    @Nullable
    RemovalReason boilerplate;
    /** The rule that marked it, as {@code page/name}; {@code null} when it is not boilerplate. */
    @Nullable
    String rule;

    /** The region of element {@code i}. */
    Region(PageTree page, int i, @Nullable Region parent, ClassWords.Classes classes, int from) {
        this.element = page.element(i);
        this.tag = element.normalName();
        this.parent = parent;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.classes = classes;
        this.item = (byte) ((page.attr(i, "itemprop").contains("articleBody") ? ITEM_BODY : 0)
                | (page.attr(i, "itemtype").endsWith("Article") ? ITEM_ARTICLE : 0));
        this.classNames = page.name(page.classes(i));
        this.looks = tag.hashCode() * 31 + classNames.hashCode();
        this.from = from;
        this.to = from;
        if (parent != null) {
            parent.children.add(this);
            hidden = parent.hidden;
        }
    }

    void mark(RemovalReason reason, @Nullable String byRule) {
        boilerplate = reason;
        rule = byRule;
    }

    /** Number of blocks inside. */
    int size() {
        return to - from;
    }

    /** The region around it, or itself when it is the root. */
    Region parentOrSelf() {
        return parent == null ? this : parent;
    }

    /** Whether its {@code itemprop} names the article's body. */
    boolean isMarkedAsBody() {
        return (item & ITEM_BODY) != 0;
    }

    /** Whether its {@code itemtype} is an article's. */
    boolean isMarkedAsArticle() {
        return (item & ITEM_ARTICLE) != 0;
    }

    boolean has(ClassWords.Meaning meaning) {
        return classes.has(meaning);
    }

    /** Whether {@code other} is this region or inside it. */
    boolean contains(Region other) {
        return from <= other.from && other.to <= to && depth <= other.depth;
    }
}
