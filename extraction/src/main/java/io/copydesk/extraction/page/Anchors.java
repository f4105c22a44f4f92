package io.copydesk.extraction.page;

import org.jspecify.annotations.Nullable;

/** Marks the blocks that are part of the {@code articleBody} that the page declares. */
final class Anchors {

    private static final int MIN_BODY = 300;
    private static final int MIN_BLOCK = 30;
    private static final int PROBE = 60;
    /** When more than this share of the declared body is found on the page, other text is probably not the article's. */
    private static final double WHOLE = 0.6;

    /** A declared body that holds less than this share of the page's text may be only its first paragraphs, and is no evidence against the others. */
    private static final double ENOUGH = 0.35;

    private Anchors() {}

    static void apply(ScannedPage page, @Nullable String articleBody) {
        if (articleBody == null || articleBody.length() < MIN_BODY) {
            return;
        }
        String body = TextShape.squeeze(articleBody);
        int found = 0;
        for (Block block : page.blocks()) {
            if (block.weight < MIN_BLOCK || block.linkDensity() > 0.8) {
                continue;
            }
            String text = TextShape.squeeze(block.text);
            String probe = text.length() > PROBE ? text.substring(0, PROBE) : text;
            block.anchored = probe.length() >= MIN_BLOCK / 2 && body.contains(probe);
            found += block.anchored ? text.length() : 0;
        }
        if (found > WHOLE * body.length() && share(page) > ENOUGH) {
            page.blocks().forEach(block -> block.doubted = !block.anchored);
        }
    }

    /** Share of the page's article-like text that is part of the declared body, 0–1. */
    private static double share(ScannedPage page) {
        double anchored = 0;
        double all = 1;
        for (Block block : page.blocks()) {
            double quality = PageMass.textQuality(block);
            all += quality;
            anchored += block.anchored ? quality : 0;
        }
        return anchored / all;
    }
}
