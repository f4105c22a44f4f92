package io.copydesk.extraction.page;

import static io.copydesk.extraction.page.Scans.p;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ModelVerdictTest {

    @Test
    void halfIsEnoughWhereTheClassifierKeepsWhatTheRulesKeep() {
        String html = p("ferry", 900) + p("quay", 100);

        assertThat(kept(html, .9f, .5f)).containsExactly(0, 1);
        assertThat(kept(html, .9f, .49f)).containsExactly(0);
    }

    @Test
    void lessIsEnoughForWhatTheRulesKeepWhereTheClassifierWouldDropMuchOfIt() {
        String html = p("ferry", 840) + p("quay", 160);

        assertThat(kept(html, .9f, .35f)).containsExactly(0, 1);
        assertThat(kept(html, .9f, .34f)).containsExactly(0);
        assertThat(kept(p("ferry", 850) + p("quay", 150), .9f, .35f)).containsExactly(0);
    }

    @Test
    void textOutsideNeedsMoreWhereThereIsMuchOfIt() {
        assertThat(kept(p("ferry", 1000), p("quay", 300), .9f, .5f)).containsExactly(0, 1);
        assertThat(kept(p("ferry", 1000), p("quay", 301), .9f, .79f)).containsExactly(0);
        assertThat(kept(p("ferry", 1000), p("quay", 301), .9f, .8f)).containsExactly(0, 1);
    }

    @Test
    void whereTheRulesFoundLittleTextOutsideNeedsNoMore() {
        assertThat(kept(p("ferry", 299), p("quay", 900), .9f, .5f)).containsExactly(0, 1);
        assertThat(kept(p("ferry", 300), p("quay", 900), .9f, .5f)).containsExactly(0);
    }

    @Test
    void aPageIsNotLeftEmptyTheBestOfTheRulesStays() {
        String html = p("ferry", 500) + p("quay", 500);

        assertThat(kept(html, .2f, .1f)).containsExactly(0, 1);
        assertThat(kept(html, .2f, .09f)).containsExactly(0);
    }

    @Test
    void aHeadingStaysWithTheTextRightBelowIt() {
        String html = p("ferry", 500) + "<h2>Costs</h2>" + p("quay", 500);

        assertThat(kept(html, .9f, .05f, .9f)).containsExactly(0, 1, 2);
        assertThat(kept(html, .9f, .04f, .9f)).containsExactly(0, 2);
        assertThat(kept(p("ferry", 900) + "<h2>Costs</h2>" + p("quay", 90), .9f, .05f, .1f))
                .containsExactly(0);
        assertThat(kept(p("ferry", 500) + "<p><b>Costs of it</b></p>" + p("quay", 500), .9f, .05f, .9f))
                .containsExactly(0, 1, 2);
    }

    @Test
    void neitherTheHeadlineNorATimeOfDayStays() {
        assertThat(kept("<p>Harbour open</p>" + p("ferry", 500) + "<p>14:30</p>" + p("quay", 500), .9f, .9f, .9f, .9f))
                .containsExactly(1, 3);
    }

    @Test
    void whatIsDroppedBetweenTheArticlesBlocksIsListedWithARule() {
        ScannedPage inside = page(p("ferry", 900) + p("quay", 90), "");
        assertThat(verdict(inside, .9f, .1f).apply("")).extracting(b -> b.rule).containsExactly(null, "page/model");
    }

    @Test
    void whatStandsRightBelowTheArticleIsListedForItMayBeAWall() {
        ScannedPage page = page(p("ferry", 900), p("quay", 90).repeat(20));
        float[] likelihood = new float[21];
        likelihood[0] = .9f;

        assertThat(verdict(page, likelihood).apply("")).hasSize(9);
    }

    private static List<Integer> kept(String inside, float... likelihood) {
        return kept(inside, "", likelihood);
    }

    private static List<Integer> kept(String inside, String outside, float... likelihood) {
        return verdict(page(inside, outside), likelihood).apply("harbouropen").stream()
                .filter(b -> b.removed == null)
                .map(b -> b.order)
                .toList();
    }

    private static ScannedPage page(String inside, String outside) {
        return Scans.scan("<div id=in>" + inside + "</div><div>" + outside + "</div>");
    }

    private static ModelVerdict verdict(ScannedPage page, float... likelihood) {
        return new ModelVerdict(page.blocks(), Scans.sheet(page, Scans.region(page, "in")), likelihood);
    }
}
