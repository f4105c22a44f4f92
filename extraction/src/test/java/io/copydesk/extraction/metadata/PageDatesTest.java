package io.copydesk.extraction.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class PageDatesTest {

    private static final Instant FETCHED = Instant.parse("2024-11-20T08:00:00Z");
    private static final String TITLE = "<h1>Harbour of Lindhaven open again</h1>";
    private static final String PARAGRAPH = "<p>" + "Ferries run again between the islands. ".repeat(9) + "</p>";

    @Test
    void prefersTheDateBesideTheHeadlineToTheOneTheServerMade() {
        assertThat(published("<meta name=date content='2024-11-19'>" + TITLE + "<span class=date>5 November 2024</span>"
                        + PARAGRAPH))
                .isEqualTo("2024-11-05");
    }

    @Test
    void prefersTheDateThatIsLabelledAsThatOfPublication() {
        assertThat(published(TITLE + "<p>Letzte Änderung: aktualisiert am 9. November 2024</p>" + PARAGRAPH
                        + "<strong>Erschienen am:</strong> <h2>5.11.2024</h2>"))
                .isEqualTo("2024-11-05");
    }

    @Test
    void readsNoDateOfCommentsOrOtherArticles() {
        assertThat(published(TITLE + PARAGRAPH + "<div class=author-box><span>am 05.11.2024</span></div>"
                        + "<div class=comments><time datetime=2024-11-06T10:00:00Z>yesterday</time></div>"
                        + "<div class=teaser><span class=date>7.11.2024</span></div>"))
                .isEqualTo("2024-11-05");
    }

    @Test
    void readsNoDateBelowAHeadingOfComments() {
        assertThat(
                        published(
                                TITLE + "<p>Lindhaven, 5 November 2024</p>" + PARAGRAPH
                                        + "<div><h4>2 comments</h4><div><time datetime=2024-11-06T10:00:00Z>6 November</time></div></div>"))
                .isEqualTo("2024-11-05");
        assertThat(published(TITLE + PARAGRAPH
                        + "<h4>2 boats</h4><div><time datetime=2024-11-06T10:00:00Z>6 November</time></div>"))
                .startsWith("2024-11-06");
    }

    @Test
    void prefersADateAloneOrLabelledToOneInASentence() {
        assertThat(published(
                        TITLE + "<p class=m2>5.11.2024 07:49 Uhr</p><p><b>On 19.11.2024</b> the ferries run again.</p>"
                                + PARAGRAPH))
                .startsWith("2024-11-05");
        assertThat(published(
                        TITLE + "<p>Published 5 November 2024</p><ol><li><time datetime=2024-11-07>11.05</time></ol>"
                                + PARAGRAPH))
                .isEqualTo("2024-11-05");
    }

    @Test
    void readsWhatAttributesSay() {
        assertThat(published(TITLE
                        + "<span property='dc:date dc:created' content='2024-11-05T08:00:00+01:00'>last week</span>"
                        + PARAGRAPH))
                .startsWith("2024-11-05");
        assertThat(published(TITLE + "<div data-date='5 November 2024'></div>" + PARAGRAPH))
                .isEqualTo("2024-11-05");
        assertThat(published(TITLE + PARAGRAPH + "<div data-props='{&quot;text&quot;:&quot;" + "boat ".repeat(40)
                        + "&quot;,&quot;datePublished&quot;:&quot;2024-11-05T09:00:00Z&quot;}'></div>"))
                .startsWith("2024-11-05");
    }

    @Test
    void prefersTheLineBelowTheHeadlineToDatesInItsStandfirstAndInTeasers() {
        assertThat(published(TITLE + "<p>The pier was closed on 21 October 2024, when the storm came.</p>"
                        + "<time datetime='2024-11-08T15:18:44-05:00'>November 8 2024, 3:18 p.m.</time>"
                        + PARAGRAPH.repeat(9)
                        + "<div itemprop=datePublished content='2024-11-01'>Read on</div>"))
                .isEqualTo("2024-11-08T15:18:44-05:00");
    }

    @Test
    void readsADateInALineBesideTheTextAndBesideOtherWords() {
        assertThat(published(TITLE + "<aside class=published-on><time>5 November 2024</time></aside>" + PARAGRAPH))
                .isEqualTo("2024-11-05");
        assertThat(published(TITLE + "<p>October 16, 2024<span> · </span>8 min read</p>" + PARAGRAPH))
                .isEqualTo("2024-10-16");
        assertThat(published(TITLE + "<cite>Quay News (2024-11-05)</cite>" + PARAGRAPH))
                .isEqualTo("2024-11-05");
        assertThat(published(TITLE + "<span class=post-date title=2024-11-05>two days ago</span>" + PARAGRAPH))
                .isEqualTo("2024-11-05");
    }

    @Test
    void readsTheOrderOfDayAndMonthOffOtherDatesOfThePage() {
        assertThat(published(TITLE + "<p>05/11/2024</p>" + PARAGRAPH + "<ul><li>Next ferry story 28/10/2024</ul>"))
                .isEqualTo("2024-11-05");
    }

    @Test
    void readsNoDateOfToday() {
        assertThat(published("<div class=date><p id=todays-date>Wednesday, November 20, 2024</p></div>" + TITLE
                        + "<div>11.16.2024</div>"))
                .isEqualTo("2024-11-16");
    }

    @Test
    void takesADateOfChangeWhenThereIsNoOther() {
        assertThat(published(TITLE + "<p>Updated on 5 November 2024</p>" + PARAGRAPH))
                .isEqualTo("2024-11-05");
    }

    @Test
    void readsADateInsideAFrameThatHoldsTheHeadlineToo() {
        assertThat(published("<div class='page has-sidebar'>" + TITLE + "<time>5 November 2024</time>" + PARAGRAPH
                        + "<ul><li>Read on, 1 March 2019</ul></div>"))
                .isEqualTo("2024-11-05");
    }

    @Test
    void writesAnInstantWithTheOffsetOfTheClockThatIsPrinted() {
        String instant = "<meta property=article:published_time content='2024-11-06T03:28:00Z'>";
        assertThat(published(instant + TITLE + "<p>Nov. 5, 2024, 10:28 p.m.</p>"))
                .isEqualTo("2024-11-05T22:28:00-05:00");
        assertThat(published(instant + TITLE + "<time datetime='2024-11-05T20:28:00-07:00'>Tuesday</time>"))
                .isEqualTo("2024-11-05T20:28:00-07:00");
    }

    @Test
    void putsAnInstantOnThePrintedDay() {
        String late = "<meta property=article:published_time content='2024-11-06T03:28:00Z'>";
        assertThat(published(late + TITLE + "<p>Nov. 5, 2024</p>")).isEqualTo("2024-11-05T23:28:00-04:00");
        String early = "<meta property=article:published_time content='2024-11-04T23:30:00Z'>";
        assertThat(published(early + TITLE + "<p>Nov. 5, 2024</p>")).isEqualTo("2024-11-05T00:30:00+01:00");
    }

    @Test
    void leavesAnInstantThatHasAnOffsetOrFallsOnThePrintedDay() {
        String own = "<meta property=article:published_time content='2024-11-06T03:28:00+01:00'>";
        assertThat(published(own + TITLE + "<p>Nov. 5, 2024</p>")).isEqualTo("2024-11-06T03:28:00+01:00");
        String far = "<meta property=article:published_time content='2024-11-06T03:28:00Z'>";
        assertThat(published(far + TITLE + "<p>Nov. 9, 2024</p>")).isEqualTo("2024-11-06T03:28:00Z");
    }

    @Test
    void readsJsonLdThatWasEscapedTwice() {
        assertThat(published("<script type='application/ld+json'>{&quot;@type&quot;:&quot;NewsArticle&quot;,"
                        + "&quot;datePublished&quot;:&quot;2024-11-05&quot;}</script>"))
                .isEqualTo("2024-11-05");
    }

    @Test
    void readsTheFooterBelowAnArticle() {
        assertThat(published("<div>" + TITLE + PARAGRAPH
                        + "<div class=post-footer>This article was written on 5 November 2024 by <a href=/ida>Ida Moor</a>"
                        + ", tags: <a href=/t/ferries>ferries between the islands of the northern coast</a> and "
                        + "much that has no room in a line of a hundred and twenty characters</div>"
                        + "<div class=comments><p>6 November 2024</p></div></div>"))
                .isEqualTo("2024-11-05");
    }

    @Test
    void prefersALabelledDateOfAFooterToTheOneTheServerMade() {
        String server = "<meta name=date content='2024-11-19'>";
        assertThat(published(server + "<p>Harbour</p>" + PARAGRAPH
                        + "<div class=footer><p>Published: 5 November 2024</p></div>"))
                .isEqualTo("2024-11-05");
        assertThat(published(server + "<p>Harbour</p>" + PARAGRAPH
                        + "<div class=footer><p>Harbour office, 5 November 2024</p></div>"))
                .isEqualTo("2024-11-19");
        assertThat(published(server + "<p>Harbour</p>" + PARAGRAPH
                        + "<div class=comments><p>Posted: 5 November 2024</p></div>"))
                .isEqualTo("2024-11-19");
    }

    @Test
    void readsTheDateInBracketsAtTheEndOfTheDescription() {
        assertThat(published(description("Harbour open again (news of 5 November 2024)") + TITLE + PARAGRAPH))
                .isEqualTo("2024-11-05");
        assertThat(published(description("Harbour (shut since 5 November 2024) open again") + TITLE + PARAGRAPH))
                .isNull();
    }

    @Test
    void readsTheDayOfThePictureWhenThereIsNoOther() {
        String picture = "<meta property=og:image content=https://herald.example/files/2024/11/05/quay.jpg>";
        assertThat(published(picture + TITLE + PARAGRAPH)).isEqualTo("2024-11-05");
        assertThat(published(picture + TITLE + "<p>Ida Moor, 8 November 2024</p>" + PARAGRAPH))
                .isEqualTo("2024-11-08");
    }

    @Test
    void readsTheTitleOfAnAbbreviatedDate() {
        assertThat(published(TITLE + "<abbr title='Tuesday, 5 November 2024, 04:00'>5 Nov.</abbr>" + PARAGRAPH))
                .isEqualTo("2024-11-05");
    }

    @Test
    void readsAMonthByNameInTheAddress() {
        assertThat(published("https://herald.example/2024/nov/05/harbour", TITLE + PARAGRAPH))
                .isEqualTo("2024-11-05");
        assertThat(published("https://herald.example/2024/top/05/harbour", TITLE + PARAGRAPH))
                .isNull();
    }

    @Test
    void readsDayAndMonthInTheOrderOfTheAddress() {
        String url = "https://herald.example/2024/october/03/harbour";
        assertThat(published(url, TITLE + "<span class=date>03/10/2024</span>" + PARAGRAPH))
                .isEqualTo("2024-10-03");
    }

    @Test
    void readsSecondsSince1970() {
        assertThat(published("<meta name=pubdate content=1730800800>" + TITLE)).isEqualTo("2024-11-05T10:00:00Z");
    }

    @Test
    void trustsTheTagsOfPublicationInTheOrderOfTheirList() {
        String first = "<meta property=article:published_time content='2024-11-05'>";
        assertThat(published("<meta name=pubdate content='2024-11-06'>" + first + TITLE))
                .isEqualTo("2024-11-05");
        assertThat(published("<meta name=datemodified content='2024-11-07'>" + TITLE + "<p>8 November 2024</p>"))
                .isEqualTo("2024-11-08");
        assertThat(published("<meta name=datemodified content='2024-11-07'>" + TITLE))
                .isEqualTo("2024-11-07");
    }

    @Test
    void readsTheDateThatOpensTheFirstParagraph() {
        String text =
                " The ferry to the islands left an hour late on Monday because of fog, the harbour office said, and"
                        + " passengers waited in the hall.</p>";
        assertThat(published(TITLE + "<p>LINDHAVEN, 5 November 2024 –" + text
                        + "<p>On 6 May 2019 – the day of the storm" + " –" + text))
                .isEqualTo("2024-11-05");
        assertThat(publishedOf("<html lang=de>" + TITLE + "<p>5.11.2024 -" + text))
                .isEqualTo("2024-11-05");
        assertThat(published(TITLE + PARAGRAPH + "<p>LINDHAVEN, 5 November 2024 –" + text))
                .isNull();
        assertThat(published(TITLE + "<p>The ferry of 5 November 2024 left late;" + text))
                .isNull();
    }

    @Test
    void believesNoDateAfterThePageWasFetched() {
        String tag = "<meta name=pubdate content='2024-11-20T08:%s:00Z'>";
        assertThat(published(tag.formatted("10") + TITLE)).isEqualTo("2024-11-20T08:10:00Z");
        assertThat(published(tag.formatted("11") + TITLE)).isNull();
    }

    @Test
    void readsAMonthOfTwoMeaningsInTheLanguageOfThePage() {
        String page = "<html lang=%s>" + TITLE + "<p>12 listopada 2024</p>" + PARAGRAPH;
        assertThat(publishedOf(page.formatted("pl"))).isEqualTo("2024-11-12");
        assertThat(publishedOf(page.formatted("hr"))).isEqualTo("2024-10-12");
        assertThat(publishedOf(page.formatted("en"))).isNull();
    }

    private static String publishedOf(String page) {
        return MetadataReader.read(Jsoup.parse(page), null, FETCHED).datePublished();
    }

    private static String description(String text) {
        return "<meta name=description content='" + text + "'>";
    }

    private static String published(String html) {
        return published("https://herald.example/coast/harbour", html);
    }

    private static String published(String url, String html) {
        return MetadataReader.read(Jsoup.parse("<html lang=en-US>" + html, url), url, FETCHED)
                .datePublished();
    }
}
