package io.copydesk.standalone.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds the pages against their gold: a page that lacks what its gold names would make every score a lie. */
class SamplePagesTest {

    private static final String CUT_PAGE = "https://www.fenmarchobserver.example/news/4560.html";

    private final List<SampleCapture> articles = SampleSites.load().stream()
            .filter(capture -> capture.gold().isPresent())
            .toList();

    @Test
    void eachPageShowsEveryParagraphOfItsArticle() {
        assertThat(articles)
                .allSatisfy(capture -> assertThat(
                                SamplePage.document(capture).body().text())
                        .contains(capture.gold().orElseThrow().paragraphs()));
    }

    @Test
    void eachPageShowsItsHeadlineOnceAsAHeading() {
        assertThat(articles)
                .allSatisfy(capture -> assertThat(SamplePage.document(capture)
                                .select("h1, table h2")
                                .eachText())
                        .containsExactly(capture.gold().orElseThrow().headline()));
    }

    @Test
    void eachWholePageShowsEveryBoilerplateLineOfItsGold() {
        assertThat(articles)
                .filteredOn(capture -> !capture.url().equals(CUT_PAGE))
                .allSatisfy(capture -> assertThat(
                                SamplePage.document(capture).body().text())
                        .contains(capture.gold().orElseThrow().boilerplate()));
    }

    @Test
    void eachPageWithABylineNamesItsAuthors() {
        assertThat(articles)
                .filteredOn(capture -> !capture.gold().orElseThrow().authors().isEmpty())
                .hasSizeGreaterThan(50)
                .allSatisfy(capture -> assertThat(SamplePage.document(capture).text())
                        .contains(capture.gold().orElseThrow().authors()));
    }

    @Test
    void noParagraphHoldsABoilerplateLine() {
        assertThat(articles).allSatisfy(capture -> {
            SampleGold gold = capture.gold().orElseThrow();
            assertThat(gold.paragraphs())
                    .allSatisfy(paragraph -> assertThat(gold.boilerplate()).noneMatch(paragraph::contains));
        });
    }

    @Test
    void eachPageHasSomethingToStrip() {
        assertThat(articles)
                .allSatisfy(capture -> assertThat(capture.gold().orElseThrow().boilerplate())
                        .hasSizeGreaterThanOrEqualTo(9)
                        .doesNotHaveDuplicates());
    }

    @Test
    void eachArticleHasTheLengthOfANewsItem() {
        assertThat(articles)
                .allSatisfy(capture -> assertThat(
                                String.join(" ", capture.gold().orElseThrow().paragraphs())
                                        .split("\\s+"))
                        .hasSizeBetween(130, 360));
    }

    @Test
    void noPlaceholderIsLeftInAPage() {
        assertThat(SampleSites.load())
                .allSatisfy(capture -> assertThat(SamplePage.html(capture)).doesNotContain("{{", "}}"));
    }

    @Test
    void sitesDifferInMarkup() {
        Set<String> marks = new TreeSet<>();
        for (SampleSite site : SampleSites.sites()) {
            var page = SamplePage.document(site.captures().get(0));
            marks.add((page.selectFirst("article") != null ? "article " : "")
                    + (page.selectFirst("script[type=application/ld+json]") != null ? "json-ld " : "")
                    + (page.selectFirst("[itemprop=articleBody]") != null ? "microdata " : "")
                    + (page.selectFirst("meta[property^=og:]") != null ? "open-graph " : "")
                    + (page.selectFirst("table") != null ? "table" : ""));
        }
        assertThat(marks)
                .containsExactlyInAnyOrder(
                        "article json-ld open-graph ",
                        "microdata open-graph ",
                        "table",
                        "open-graph ",
                        "article open-graph ");
    }
}
