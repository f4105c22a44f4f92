package io.copydesk.extraction.page;

/** What a block is by its markup. */
public enum BlockKind {
    PARAGRAPH,
    HEADING,
    ITEM,
    QUOTE,
    CELL,
    PREFORMATTED,
    CAPTION,
    /** Text right inside a division, with no paragraph of its own. */
    LOOSE
}
