package io.copydesk.extraction.page;

import static io.copydesk.extraction.page.Scans.p;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContainerFinderTest {

    /** Other text: it keeps the page as a whole from being the best region. */
    private static final String LINKS = "<p><a>" + Scans.words("link", 2000) + "</a></p>";

    @Test
    void aPageWithoutTextHasNoContainer() {
        assertThat(find("<div id=a><p><a>Home</a></p></div>")).isEmpty();
    }

    @Test
    void prefersPureTextToMoreText() {
        assertThat(find("<div id=all>" + LINKS + "<div id=text>" + text("ferry", 400) + "</div></div>"))
                .containsExactly("text");
    }

    @Test
    void ofRegionsWithTheSameTextTheInnermostIsChosenButNoParagraph() {
        assertThat(find("<div id=outer><div id=inner><p id=leaf>" + Scans.sentence("ferry", 300) + "</p></div></div>"))
                .containsExactly("inner");
    }

    @Test
    void hiddenAndMarkedRegionsAreNotChosen() {
        assertThat(find(LINKS + "<div id=a hidden>" + p("ferry", 900) + "</div><div id=b>" + text("quay", 300)
                        + "</div>"))
                .containsExactly("b");
        assertThat(find(LINKS + "<nav id=a>" + p("ferry", 400) + "</nav><div id=b>" + text("quay", 300) + "</div>"))
                .containsExactly("b");
    }

    @Test
    void theNamedBodyInsideIsPreferredWhenItHoldsMoreThanFourHundredCharacters() {
        assertThat(find("<div id=all>" + p("quay", 200) + "<div id=body class=article-body>" + p("ferry", 401)
                        + "</div></div>"))
                .containsExactly("body");
        assertThat(find("<div id=all>" + p("quay", 200) + "<div id=body class=article-body>" + p("ferry", 400)
                        + "</div></div>"))
                .containsExactly("all");
    }

    @Test
    void theNamedBodyMustHoldThreeTenthsOfTheText() {
        assertThat(find("<div id=all>" + p("quay", 1100) + "<div id=body class=article-body>" + p("ferry", 481)
                        + "</div></div>"))
                .containsExactly("body");
        assertThat(find("<div id=all>" + p("quay", 1150) + "<div id=body class=article-body>" + p("ferry", 481)
                        + "</div></div>"))
                .containsExactly("all");
    }

    @Test
    void aSecondNamedArticleOfAQuarterOfTheSizeMakesTheNameWorthless() {
        String first = "<article id=first>" + p("ferry", 600) + "</article>";

        assertThat(find("<div id=all>" + first + "<article>" + p("quay", 149) + "</article></div>"))
                .containsExactly("first");
        assertThat(find("<div id=all>" + first + "<article>" + p("quay", 150) + "</article></div>"))
                .containsExactly("all");
    }

    @Test
    void piecesThatLookAlikeBelongTogetherWhenTheyHoldMoreThanOneHundredAndFiftyCharacters() {
        String first = "<div id=a class=part>" + text("ferry", 400) + "</div>" + LINKS;

        assertThat(find(first + "<div id=b class=part>" + text("quay", 151) + "</div>"))
                .containsExactly("a", "b");
        assertThat(find(first + "<div id=b class=part>" + text("quay", 150) + "</div>"))
                .containsExactly("a");
    }

    @Test
    void aNeighbourOfOtherLooksNeedsMoreThanAShareOfTheBestText() {
        String best = LINKS + "<div id=a class=part>" + text("ferry", 1200) + "</div>";

        assertThat(find("<div id=b class=intro>" + text("quay", 181) + "</div>" + best))
                .containsExactly("b", "a");
        assertThat(find("<div id=b class=intro>" + text("quay", 180) + "</div>" + best))
                .containsExactly("a");
    }

    @Test
    void aNameRaisesTheScore() {
        ScannedPage page = Scans.scan("<div id=plain>" + p("ferry", 200) + "</div><article id=article>"
                + p("ferry", 200) + "</article><div id=body itemprop=articleBody>" + p("ferry", 200) + "</div>");
        PageMass mass = PageMass.of(page, true);

        assertThat(ContainerFinder.score(Scans.region(page, "plain"), mass)).isEqualTo(200);
        assertThat(ContainerFinder.score(Scans.region(page, "article"), mass)).isEqualTo(200 * 1.1);
        assertThat(ContainerFinder.score(Scans.region(page, "body"), mass)).isEqualTo(250);
    }

    @Test
    void aBoxAroundOneParagraphIsNotChosenWhenThereIsMore() {
        assertThat(find("<div id=all><div id=a>" + p("ferry", 400) + "</div><h3>Quay</h3></div>"))
                .containsExactly("all");
        assertThat(find("<div id=all><div id=a class=article-body>" + p("ferry", 401) + "</div><h3>Quay</h3></div>"))
                .containsExactly("a");
    }

    /** Two paragraphs that have {@code chars} characters together. */
    private static String text(String word, int chars) {
        return p(word, chars / 2) + p(word, chars - chars / 2);
    }

    private static List<String> find(String html) {
        ScannedPage page = Scans.marked(html);
        return ContainerFinder.find(page, PageMass.of(page, true)).stream()
                .map(r -> r.element.id())
                .toList();
    }
}
