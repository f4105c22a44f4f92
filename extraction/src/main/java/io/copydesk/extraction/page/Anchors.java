package io.copydesk.extraction.page;

/** Marks the blocks that stand in the text the page itself declares as its article's. */
final class Anchors {

    private static final int MIN_BODY = 300;
    private static final int MIN_BLOCK = 30;
    private static final int PROBE = 60;
    /** When this much of the declared body is found, text that is not in it is hardly the article's. */
    private static final double WHOLE = 0.6;

    /** A declared body that is only the first paragraphs says nothing about the others. */
    private static final double ENOUGH = 0.35;

    private Anchors() {}

    static void apply(ScannedPage page, String articleBody) {
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

    /** How much of the page's good text stands in the declared body. */
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
