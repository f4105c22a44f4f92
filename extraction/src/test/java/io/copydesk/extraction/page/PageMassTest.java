package io.copydesk.extraction.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageMassTest {

    @ParameterizedTest
    @CsvSource({
        "PARAGRAPH, 1, .3", "QUOTE, 1, .3", "LOOSE, .9, .1", "ITEM, .7, .15",
        "PREFORMATTED, .7, .7", "CELL, .5, 0", "HEADING, 0, 0", "CAPTION, 0, 0"
    })
    void fullTextCountsByItsKindAndShortTextLess(BlockKind kind, double full, double less) {
        assertThat(quality(kind, Scans.words("ferry", 80))).isEqualTo(80 * full, within(1e-9));
        assertThat(quality(kind, Scans.words("ferry", 79))).isEqualTo(79 * less, within(1e-9));
        assertThat(quality(kind, Scans.sentence("ferry", 35))).isEqualTo(35 * full, within(1e-9));
        assertThat(quality(kind, Scans.sentence("ferry", 34))).isEqualTo(34 * less, within(1e-9));
    }

    @Test
    void linksCountNotAndMoreThanHalfOfThemMakesTheBlockWorthless() {
        assertThat(PageMass.textQuality(linked(50))).isEqualTo(50);
        assertThat(PageMass.textQuality(linked(51))).isZero();
    }

    @Test
    void whatTheDeclaredTextHoldsCountsFullyAndWhatItLacksAQuarter() {
        Block block = linked(51);
        block.anchored = true;
        assertThat(PageMass.textQuality(block)).isEqualTo(49, within(1e-9));

        Block doubted = linked(0);
        doubted.doubted = true;
        assertThat(PageMass.textQuality(doubted)).isEqualTo(25);
    }

    @Test
    void markedAndHiddenRegionsHoldNothingWhereMarksAreMinded() {
        ScannedPage page = Scans.marked(Scans.p("ferry", 900) + "<nav id=n>" + Scans.p("quay", 80)
                + "</nav><div id=h hidden>" + Scans.p("quay", 80) + "</div>");
        PageMass minded = PageMass.of(page, true);
        PageMass raw = PageMass.of(page, false);

        assertThat(minded.totalGood()).isEqualTo(900);
        assertThat(minded.all(page.root())).isEqualTo(900);
        assertThat(raw.all(page.root())).isEqualTo(1060);
        assertThat(raw.good(Scans.region(page, "n"))).isEqualTo(80);
        assertThat(raw.good(Scans.region(page, "h"))).isZero();
    }

    private static Block linked(int linkChars) {
        return new Block(0, region(), BlockKind.PARAGRAPH, Scans.sentence("ferry", 100), linkChars, 1, 0);
    }

    private static double quality(BlockKind kind, String text) {
        return PageMass.textQuality(new Block(0, region(), kind, text, 0, 0, 0));
    }

    private static Region region() {
        return Scans.scan("<div>x</div>").root();
    }
}
