package io.copydesk.extraction.page;

import io.copydesk.schemas.RemovalReason;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A run of text with no block boundary inside. The scan makes it; {@link Anchors} and the rules then set its mutable fields, so that one instance
 * belongs to one page and one thread.
 */
final class Block {

    /** Position among the blocks of the page, from 0. */
    final int order;
    /** The innermost block-level element around it. */
    final Region region;

    final BlockKind kind;
    /** The text, white space collapsed, line breaks of {@code <br>} and {@code <pre>} kept; never empty. */
    final String text;
    /** Characters of {@link #text} inside links, at most all. */
    final int linkChars;
    /** Number of links that start in it or reach into it. */
    final int links;
    /** Characters of {@link #text} in {@code <b>}, {@code <strong>}, {@code <em>} or {@code <i>}, at most all. */
    final int strongChars;
    /** Length of {@link #text} in characters, those of scripts without spaces weighted so that languages compare: {@link TextShape#weight}. */
    final int weight;
    /** Whether it ends with a mark that ends a sentence. */
    final boolean sentence;
    /** The first and the last link in it, {@code null} when it has none. */
    @Nullable
    Element link;

    @Nullable
    Element lastLink;

    /** The innermost element around it and a picture right above it, {@code null} when there is none near. */
    @Nullable
    Region picture;
    /** Whether its text is what that picture has for readers who cannot see it. */
    boolean picturesText;

    /** Whether it was found to hold no phrase of a notice. */
    boolean phraseless;

    /** Whether it is part of the {@code articleBody} that the page declares. */
    boolean anchored;
    /** Whether the declared {@code articleBody} was found on the page, but not in this block. */
    boolean doubted;
    /** Why it is not article text, {@code null} when it is. */
    @Nullable
    RemovalReason removed;
    /** The rule that removed it, as {@code page/name}; {@code null} when it is article text. */
    @Nullable
    String rule;

    Block(int order, Region region, BlockKind kind, String text, int linkChars, int links, int strongChars) {
        this.order = order;
        this.region = region;
        this.kind = kind;
        this.text = text;
        this.linkChars = Math.min(linkChars, text.length());
        this.links = links;
        this.strongChars = Math.min(strongChars, text.length());
        this.weight = TextShape.weight(text);
        this.sentence = TextShape.endsSentence(text);
    }

    /** Share of its characters inside links, 0–1. */
    double linkDensity() {
        return text.isEmpty() ? 0 : (double) linkChars / text.length();
    }

    void remove(RemovalReason reason, @Nullable String byRule) {
        removed = reason;
        rule = byRule;
    }

    /** Undoes {@link #remove}. */
    void keep() {
        removed = null;
        rule = null;
    }
}
