package io.copydesk.extraction.page;

import io.copydesk.schemas.RemovalReason;

/** A run of text with no block boundary inside. */
final class Block {

    final int order;
    final Region region;
    final BlockKind kind;
    final String text;
    /** Characters inside links. */
    final int linkChars;
    /** Number of links. */
    final int links;
    /** Characters in emphasis of any kind. */
    final int strongChars;
    /** Characters, those of scripts without spaces weighing more, so that languages compare. */
    final int weight;
    /** Ends like a sentence. */
    final boolean sentence;
    /** Stands in the page's own articleBody. */
    boolean anchored;
    /** The declared articleBody was found on the page, but not in this block. */
    boolean doubted;
    /** Why it is no article text, {@code null} when it is. */
    RemovalReason removed;

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

    double linkDensity() {
        return text.isEmpty() ? 0 : (double) linkChars / text.length();
    }

    void remove(RemovalReason reason, String byRule) {
        removed = reason;
        rule = byRule;
    }
}
