package io.copydesk.extraction.page;

import io.copydesk.extraction.dom.PageTree;
import io.copydesk.extraction.dom.Tag;
import io.copydesk.extraction.resource.WordLists;
import io.copydesk.schemas.LowerCase;
import java.util.HashMap;
import java.util.Map;

/** What the name of an element means to the scan. The names are in {@code tags.txt}. */
enum TagKind {
    /** Nothing inside is read. */
    SKIPPED,
    LINE_BREAK,
    RULE,
    /** Starts and ends a block. */
    BLOCK,
    LINK,
    EMPHASIS,
    /** Part of the line around it. */
    INLINE;

    private static final Map<String, TagKind> BY_NAME = load();

    private static Map<String, TagKind> load() {
        Map<String, TagKind> byName = new HashMap<>();
        WordLists.of(TagKind.class, "tags.txt")
                .all()
                .forEach((kind, names) -> names.forEach(name -> byName.put(name, valueOf(kind))));
        return Map.copyOf(byName);
    }

    /** Of the tags that have a name of their own. */
    private static final TagKind[] BY_TAG = byTag();

    private static TagKind[] byTag() {
        TagKind[] kinds = new TagKind[Tag.values().length];
        for (Tag tag : Tag.values()) {
            kinds[tag.ordinal()] = of(LowerCase.of(tag.name()));
        }
        return kinds;
    }

    /** The kind of element {@code i}. */
    static TagKind of(PageTree page, int i) {
        Tag tag = page.tag(i);
        return tag == Tag.OTHER ? of(page.element(i).normalName()) : BY_TAG[tag.ordinal()];
    }

    /** The kind of an element by its lower-case name. Custom elements, whose names have a hyphen, are blocks in practice. */
    static TagKind of(String tag) {
        TagKind kind = BY_NAME.get(tag);
        return kind != null ? kind : tag.indexOf('-') > 0 ? BLOCK : INLINE;
    }
}
