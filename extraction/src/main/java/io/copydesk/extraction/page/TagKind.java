package io.copydesk.extraction.page;

import io.copydesk.extraction.resource.WordLists;
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

    /** The kind of an element by its lower-case name. Custom elements, whose names have a hyphen, are blocks in practice. */
    static TagKind of(String tag) {
        TagKind kind = BY_NAME.get(tag);
        return kind != null ? kind : tag.indexOf('-') > 0 ? BLOCK : INLINE;
    }
}
