package io.copydesk.extraction.page;

/**
 * Treats hidden elements that hold most of the page's text as visible: pages that are streamed in pieces keep their text in hidden elements until a
 * script shows it.
 */
final class HiddenMainText {

    private static final double MOST = 0.6;
    private static final double MIN_TEXT = 500;

    private HiddenMainText() {}

    static void lift(ScannedPage page) {
        double[] good = new double[page.blocks().size() + 1];
        for (int i = 0; i < page.blocks().size(); i++) {
            good[i + 1] = good[i] + PageMass.textQuality(page.blocks().get(i));
        }
        double total = good[good.length - 1];
        for (Region r : page.regions()) {
            boolean inherited = r.parent != null && r.parent.hidden;
            double own = good[r.to] - good[r.from];
            boolean isMain = r.hiddenItself && own > MIN_TEXT && own > MOST * total;
            r.hidden = inherited || r.hiddenItself && !isMain;
        }
    }
}
