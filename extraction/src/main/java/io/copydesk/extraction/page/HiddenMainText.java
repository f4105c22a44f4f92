package io.copydesk.extraction.page;

/**
 * Treats hidden elements as visible that hold most of the page's text, as pages that are streamed in pieces keep their text in hidden elements until a
 * script shows it; and those that hold the main heading and are hidden from the readers of screens alone, as the page behind a dialog is.
 */
final class HiddenMainText {

    private static final double MOST = 0.6;
    private static final double MIN_TEXT = 500;

    /** The same where the page shows nothing else. */
    private static final double ALL = 0.9;

    private static final double LEAST_OF_ALL = 150;

    private HiddenMainText() {}

    static void lift(ScannedPage page) {
        double[] good = new double[page.blocks().size() + 1];
        for (int i = 0; i < page.blocks().size(); i++) {
            good[i + 1] = good[i] + PageMass.textQuality(page.blocks().get(i));
        }
        double total = good[good.length - 1];
        int[] headings = headings(page);
        for (Region r : page.regions()) {
            boolean inherited = r.parent != null && r.parent.hidden;
            double own = good[r.to] - good[r.from];
            boolean isMain = r.hiddenItself
                    && (own > MIN_TEXT && own > MOST * total
                            || own > LEAST_OF_ALL && own > ALL * total
                            || headings[r.number] > 0
                                    && headings[r.number] == headings[0]
                                    && Visibility.isOnlySilent(r.element));
            r.hidden = inherited || r.hiddenItself && !isMain;
        }
    }

    /** How many headings of the first level are in each region. */
    private static int[] headings(ScannedPage page) {
        int[] counts = new int[page.regions().size()];
        for (int i = counts.length - 1; i >= 0; i--) {
            Region r = page.regions().get(i);
            counts[i] += r.tag.equals("h1") ? 1 : 0;
            if (r.parent != null) {
                counts[r.parent.number] += counts[i];
            }
        }
        return counts;
    }
}
