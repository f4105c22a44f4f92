package io.copydesk.extraction.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.extraction.dom.PageTree;
import io.copydesk.extraction.notice.Passage;
import io.copydesk.extraction.page.MainTextFinder.Hints;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class MainTextFinderTest {

    private static final String A =
            "<p>The harbour of Lindhaven reopened on Tuesday after eleven weeks of repairs, and the first ferry to the islands left on time.</p>";
    private static final String B =
            "<p>Fishermen had waited since spring for the new quay, which the town built with stone from the old lighthouse after the storms.</p>";
    private static final String C =
            "<p>The mayor thanked the divers, who worked at night so that the trawlers could use the basin by day for most of the summer.</p>";

    private final MainTextFinder finder = MainTextFinder.create(null, NoticeScore.NONE);

    @Test
    void leavesNavigationShareBarsRelatedLinksAndCommentsOut() {
        List<String> text = read(
                "<nav><a href=/>Home</a></nav><main><article><h1>Harbour</h1>" + A
                        + "<div class='share-bar'>Share</div>" + B
                        + "<ul class='related-links'><li><a href=/x>Lighthouse goes dark after ninety years</a></li></ul>"
                        + C
                        + "</article><section id=comments><p>I have never seen so many people on the quay as on that morning, what a day it was!</p></section></main><footer>Contact</footer>");
        assertThat(text).containsExactly(plain(A), plain(B), plain(C));
    }

    @Test
    void linesOfOneRecurringLabelAreLinks() {
        List<String> text = read("<article>" + A + "<p>Hjem til Kelm | Fyret slukker</p>" + B
                + "<p>Hjem til Kelm | Færgen er solgt</p>" + C + "<p>Hjem til Kelm | Broen åbner</p></article>");

        assertThat(text).containsExactly(plain(A), plain(B), plain(C));
    }

    @Test
    void joinsAnArticleThatIsCutInPieces() {
        List<String> text = read("<div id=page><div class=part>" + A + A.replace("Tuesday", "Monday")
                + "</div><aside>Weather</aside><div class=part>" + B + "</div><div class=part>" + C + "</div></div>");
        assertThat(text).contains(plain(A), plain(B), plain(C));
    }

    @Test
    void keepsHeadingsListsQuotesAndTablesInOrder() {
        List<String> text = read("<article>" + A
                + "<h2>What it cost</h2><ul><li>Four million for the stone wall</li><li>One million for the lamps</li></ul>"
                + "<blockquote><p>We would do it again tomorrow, every stone of it.</p></blockquote>"
                + "<table><tr><th>Year</th><th>Ferries</th></tr><tr><td>2023</td><td>4,100</td></tr></table>" + B
                + "</article>");
        assertThat(text)
                .containsExactly(
                        plain(A),
                        "What it cost",
                        "Four million for the stone wall",
                        "One million for the lamps",
                        "We would do it again tomorrow, every stone of it.",
                        "Year | Ferries",
                        "2023 | 4,100",
                        plain(B));
    }

    @Test
    void leavesCaptionsBylinesAndDateLinesOut() {
        List<String> text =
                read("<article><h1>Harbour</h1><div class=byline>By Mara Velt</div><time>5 November 2024</time>" + A
                        + "<figure><img src=x><figcaption>The quay on its first day.</figcaption></figure>" + B + C
                        + "</article>");
        assertThat(text).containsExactly(plain(A), plain(B), plain(C));
    }

    @Test
    void leavesHiddenTextOutUnlessItIsTheArticle() {
        assertThat(read("<article>" + A
                        + "<p style='display: none'>Please switch off your blocker to read on, dear reader of this page.</p>"
                        + B + C + "</article>"))
                .containsExactly(plain(A), plain(B), plain(C));
        assertThat(read("<div>Loading</div><div hidden id=S:1><article>" + A + B + C + A.replace("first", "second")
                        + B.replace("spring", "May") + "</article></div>"))
                .contains(plain(A), plain(C));
    }

    @Test
    void printsATextThatStandsTwiceOnce() {
        String variant = A + B + C;
        assertThat(read("<main><div class=wide>" + variant + "</div><div class=narrow>" + variant + "</div></main>"))
                .containsExactly(plain(A), plain(B), plain(C));
    }

    @Test
    void findsTheContainerByTheDeclaredBody() {
        String teaser =
                "<p>In other news, the brass band of the islands plays on the market square next Sunday, as it does every year since the war ended.</p>";
        String page = "<div class=x1>" + A + B + C + "</div><div class=x2>" + teaser.repeat(4) + "</div>";
        List<String> text = finder
                .find(
                        PageTree.of(Jsoup.parse(page)),
                        new Hints("Harbour", null, plain(A) + "\n" + plain(B) + "\n" + plain(C), false, false))
                .passages()
                .stream()
                .map(Passage::text)
                .toList();
        assertThat(text).containsExactly(plain(A), plain(B), plain(C));
    }

    @Test
    void readsParagraphsMadeOfLineBreaks() {
        assertThat(read("<div>" + plain(A) + "<br><br>" + plain(B) + "<br><br>" + plain(C) + "</div>"))
                .containsExactly(plain(A), plain(B), plain(C));
    }

    @Test
    void isNotFooledByClassWordsOfTheWholeColumn() {
        assertThat(read("<div class='content-with-sidebar share-page'><div class='elementor-widget'>" + A + B + C
                        + "</div></div>"))
                .containsExactly(plain(A), plain(B), plain(C));
    }

    @Test
    void saysWhyEachBlockWent() {
        MainText main = finder.find(
                PageTree.of(Jsoup.parse("<article><h1>Harbour</h1>" + A
                        + "<div class=newsletter-box>Get the Herald by mail</div>" + B + C + "</article>")),
                new Hints("Harbour", null, null, false, false));
        assertThat(main.cut())
                .extracting(c -> c.removed().rule())
                .containsExactly("page/headline", "page/class-newsletter");
    }

    private List<String> read(String html) {
        return finder
                .find(PageTree.of(Jsoup.parse(html)), new Hints("Harbour", null, null, false, false))
                .passages()
                .stream()
                .map(Passage::text)
                .toList();
    }

    private static String plain(String paragraph) {
        return paragraph.replaceAll("</?p>", "");
    }
}
