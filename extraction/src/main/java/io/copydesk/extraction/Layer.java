package io.copydesk.extraction;

/** A layer of cleaning that can be left out, to see what it contributes. */
public enum Layer {
    /** The learned block classifier; without it the rules decide which blocks are the article. */
    MODEL,
    /** The decision what kind of page it is; without it no page is refused as another kind than an article. It needs {@link #MODEL}. */
    KINDS,
    /** The notice packs; without them notices are kept and are no evidence of access. */
    NOTICES
}
