package io.copydesk.extraction.page;

import io.copydesk.schemas.RemovalReason;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** One block-level element: a range of the page's blocks. Filled in by the scan and the boilerplate rules, then only read. */
final class Region {

    final Element element;
    final String tag;
    final Region parent;
    final int depth;
    final ClassWords.Classes classes;
    /** Hash of tag and classes: equal for elements that look alike. */
    final int looks;

    final List<Region> children = new ArrayList<>(4);

    /** First block inside. */
    int from;
    /** One after the last block inside. */
    int to;

    /** Its own attributes hide it. */
    boolean hiddenItself;
    /** It or one around it is hidden: readers do not see it. */
    boolean hidden;
    /** Why it is boilerplate, {@code null} when it is not. */
    RemovalReason boilerplate;
    /** The rule that said so. */
    String rule;

    Region(Element element, Region parent, ClassWords.Classes classes, int from) {
        this.element = element;
        this.tag = element.normalName();
        this.parent = parent;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.classes = classes;
        this.looks = tag.hashCode() * 31 + element.attr("class").hashCode();
        this.from = from;
        this.to = from;
        if (parent != null) {
            parent.children.add(this);
            hidden = parent.hidden;
        }
    }

    void mark(RemovalReason reason, String byRule) {
        boilerplate = reason;
        rule = byRule;
    }

    boolean has(ClassWords.Meaning meaning) {
        return classes.has(meaning);
    }

    boolean contains(Region other) {
        return from <= other.from && other.to <= to && depth <= other.depth;
    }
}
