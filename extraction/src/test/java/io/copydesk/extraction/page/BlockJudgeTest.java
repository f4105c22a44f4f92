package io.copydesk.extraction.page;

import static io.copydesk.extraction.page.Scans.p;
import static io.copydesk.extraction.page.Scans.sentence;
import static io.copydesk.extraction.page.Scans.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.RemovalReason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockJudgeTest {

    private static final String TEXT = p("ferry", 100);

    @Test
    void whatAMarkedRegionHoldsGoesForTheReasonOfTheRegion() {
        ScannedPage page = Scans.scan("<div id=box>Tell your friends about us.</div>" + TEXT);
        Scans.region(page, "box").mark(RemovalReason.SHARE, "page/class-share");

        BlockJudge.judge(page.blocks(), "");

        assertThat(page.blocks().get(0).removed).isEqualTo(RemovalReason.SHARE);
        assertThat(page.blocks().get(0).rule).isEqualTo("page/class-share");
        assertThat(page.blocks().get(1).removed).isNull();
    }

    @Test
    void captionsGo() {
        assertThat(rules("", TEXT + "<figure><figcaption>The quay on its first day.</figcaption></figure>" + TEXT))
                .containsExactly("kept", "page/caption", "kept");
    }

    @Test
    void anyFirstHeadingGoesWhereTheHeadlineIsKnown() {
        assertThat(rules("Harbour open", "<h1>Lindhaven</h1>" + TEXT)).containsExactly("page/headline", "kept");
        assertThat(rules("Harbour open", "<h2>Lindhaven</h2>" + TEXT)).containsExactly("kept", "kept");
        assertThat(rules("", "<h1>Lindhaven</h1>" + TEXT)).containsExactly("kept", "kept");
    }

    @Test
    void aBlockThatRepeatsTheHeadlineGoesWhateverItsMarksAndCase() {
        assertThat(rules("Harbour open", "<p>HARBOUR: open!</p>" + TEXT)).containsExactly("page/headline", "kept");
        assertThat(rules("Harbour open", "<p>Harbour open again.</p>" + TEXT)).containsExactly("kept", "kept");
    }

    @Test
    void aHeadlineWithALabelBelowItGoesUnlessTheLabelIsAText() {
        assertThat(rules("Harbour open", "<p>Harbour open<br>" + sentence("quay", 78) + "</p>" + TEXT))
                .containsExactly("page/headline", "kept");
        assertThat(rules("Harbour open", "<p>Harbour open<br>" + sentence("quay", 79) + "</p>" + TEXT))
                .containsExactly("kept", "kept");
    }

    @Test
    void aLineThatIsALinkGoesButNotASentenceOrACell() {
        assertThat(rules("", TEXT + "<p><a>Lighthouse of Kelm goes dark</a></p>" + TEXT))
                .containsExactly("kept", "page/link-line", "kept");
        assertThat(rules("", TEXT + "<p><a>Lighthouse of Kelm goes dark.</a></p>" + TEXT))
                .containsExactly("kept", "kept", "kept");
        assertThat(rules("", TEXT + "<table><tr><td><a>Lighthouse of Kelm goes dark</a></td></tr></table>" + TEXT))
                .containsExactly("kept", "kept", "kept");
    }

    @Test
    void aSentenceOfLinksGoesFromThreeLinksAndMoreThanThreeFifthsOn() {
        String tail = ", <a>Harbour</a>, <a>Islands</a>, more here.</p>";

        assertThat(rules("", TEXT + "<p><a>Coast roads</a>" + tail + TEXT))
                .containsExactly("kept", "page/link-list", "kept");
        assertThat(rules("", TEXT + "<p><a>Coast road</a>" + tail + TEXT)).containsExactly("kept", "kept", "kept");
        assertThat(rules("", TEXT + "<p><a>Coast roads</a> <a>and Harbours now open</a>.</p>" + TEXT))
                .containsExactly("kept", "kept", "kept");
    }

    @Test
    void aLineIsADateLineWhenTheDateIsThreeFifthsOfIt() {
        assertThat(rules("", TEXT + "<p>Weather, 5 November 2024</p>" + TEXT))
                .containsExactly("kept", "page/date-line", "kept");
        assertThat(rules("", TEXT + "<p>Weather in Kelm, 5 November 2024</p>" + TEXT))
                .containsExactly("kept", "kept", "kept");
        assertThat(rules("", TEXT + "<ul><li>5 November 2024</li></ul>" + TEXT))
                .containsExactly("kept", "kept", "kept");
    }

    @Test
    void aLineWithoutLettersAndDigitsIsASeparator() {
        assertThat(rules("", TEXT + "<p>* * *</p>" + TEXT)).containsExactly("kept", "page/no-letters", "kept");
        assertThat(rules("", TEXT + "<p>* 7 *</p>" + TEXT)).containsExactly("kept", "kept", "kept");
    }

    @ParameterizedTest
    @CsvSource({
        "<p>Mara Velt</p>,                          page/before-text",
        "<p>By Mara Velt and Jon Ekdal today</p>,   page/before-text",
        "<p>Ferries run again today here</p>,       kept",
        "<div>Ferries run again today here</div>,   page/before-text",
        "<div>Ferries run again today here.</div>,  kept",
        "<h2>Mara Velt</h2>,                        kept"
    })
    void labelsBeforeTheFirstParagraphGo(String before, String rule) {
        assertThat(rules("", before + TEXT)).containsExactly(rule, "kept");
    }

    @Test
    void aLabelIsShorterThanSixtyAndAParagraphAtLeastEighty() {
        assertThat(rules("", "<div>" + words("quay", 59) + "</div>" + TEXT))
                .containsExactly("page/before-text", "kept");
        assertThat(rules("", "<div>" + words("quay", 60) + "</div>" + TEXT)).containsExactly("kept", "kept");
        assertThat(rules("", "<div>Mara Velt</div>" + p("ferry", 80))).containsExactly("page/before-text", "kept");
        assertThat(rules("", "<div>Mara Velt</div>" + p("ferry", 79))).containsExactly("kept", "kept");
    }

    @Test
    void labelsAfterTheLastParagraphGoUpToASentence() {
        assertThat(rules("", TEXT + "<div>Menu</div><h2>More</h2>"))
                .containsExactly("kept", "page/after-text", "page/after-text");
        assertThat(rules("", TEXT + "<div>Menu</div><div>It is open.</div>")).containsExactly("kept", "kept", "kept");
        assertThat(rules("", TEXT + "<div>Menu</div><p>Kelm</p>")).containsExactly("kept", "kept", "kept");
    }

    @Test
    void aHeadingGoesWithTheTextBelowIt() {
        assertThat(rules("", TEXT + "<h2>More</h2><p><a>Lighthouse goes dark</a></p><h2>Costs</h2>" + TEXT))
                .containsExactly("kept", "page/heading-of-removed", "page/link-line", "kept", "kept");
        assertThat(rules("", TEXT + "<h2>Quay</h2><figure><figcaption>Kelm</figcaption></figure><h2>Costs</h2>" + TEXT))
                .containsExactly("kept", "kept", "page/caption", "kept", "kept");
        assertThat(rules("", TEXT + "<h2>More</h2>" + TEXT + "<p><a>Lighthouse goes dark</a></p><h2>Costs</h2>" + TEXT))
                .containsExactly("kept", "kept", "kept", "page/link-line", "kept", "kept");
    }

    @ParameterizedTest
    @CsvSource({
        "<p>14:30</p>, true",
        "<p>14.30 Uhr</p>, true",
        "<p>4:30 p.m.</p>, true",
        "<p>14:30:05 CET</p>, true",
        "<p>14:30:05 CEST</p>, false",
        "<p>14:3</p>, false",
        "<p>kl. 14.30</p>, false"
    })
    void aClockIsATimeOfDayAndNothingElse(String html, boolean clock) {
        assertThat(BlockJudge.isClock(Scans.scan(html).blocks().get(0))).isEqualTo(clock);
    }

    @Test
    void aTimeInATableIsAValue() {
        Block cell =
                Scans.scan("<table><tr><td>14:30</td></tr></table>").blocks().get(0);

        assertThat(BlockJudge.isClock(cell)).isFalse();
    }

    private static List<String> rules(String headline, String html) {
        ScannedPage page = Scans.scan(html);
        BlockJudge.judge(page.blocks(), TextShape.squeeze(headline));
        return page.blocks().stream().map(b -> b.rule == null ? "kept" : b.rule).toList();
    }
}
