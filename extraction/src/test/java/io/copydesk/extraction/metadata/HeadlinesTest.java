package io.copydesk.extraction.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class HeadlinesTest {

    private static final String URL = "https://www.herald.example/coast/harbour-of-lindhaven-reopens-48213.html";
    private static final String NEWS =
            "<script type='application/ld+json'>{'@type':'NewsArticle','headline':'%s'}</script>";
    private static final String SHOWN = "Ferries return after two quiet years on the coast";
    private static final String SHARED = "The quay is busy again in Lindhaven";

    @Test
    void prefersTheSocialTitleOfANewsroomThatWroteItApartFromTheHeading() {
        assertThat(headline(NEWS.formatted(SHOWN) + social(SHARED) + tag(SHOWN + " | The Herald") + h1(SHOWN)))
                .isEqualTo(SHARED);
        assertThat(headline(NEWS.formatted(SHARED) + social(SHARED) + tag(SHOWN) + h1(SHOWN)))
                .isEqualTo(SHARED);
    }

    @Test
    void keepsTheHeadingWhereTheSocialTitleOnlyRepeatsTheTitleTag() {
        assertThat(headline(NEWS.formatted(SHOWN) + social(SHARED) + tag(SHARED) + h1(SHOWN)))
                .isEqualTo(SHOWN);
    }

    @Test
    void keepsTheHeadingOfAPageThatIsNoNews() {
        assertThat(headline(social(SHARED) + tag(SHOWN) + h1(SHOWN))).isEqualTo(SHOWN);
    }

    @Test
    void tellsTheHeadingFromTheHeadline() {
        Headlines headlines = read(NEWS.formatted(SHOWN) + social(SHARED) + tag(SHOWN) + h1(SHOWN));
        assertThat(headlines.text()).isEqualTo(SHARED);
        assertThat(headlines.heading()).isEqualTo(SHOWN);
    }

    @Test
    void prefersTheTitleThatTheUrlSpells() {
        assertThat(headline(tag("Harbour of Lindhaven reopens") + h1("All you need to know about ferries")))
                .isEqualTo("Harbour of Lindhaven reopens");
    }

    @Test
    void keepsTheHeadingThatTheSocialTitleRepeatsWhateverTheUrlSpells() {
        assertThat(headline(social(SHOWN) + tag("Harbour of Lindhaven reopens") + h1(SHOWN)))
                .isEqualTo(SHOWN);
    }

    @Test
    void keepsTheHeadingOfABlogWhoseOtherTitlesWereWrittenForSearchEngines() {
        String machine = "Harbour Ferries: Best Timetables and Prices on the Quiet Coast";
        assertThat(headline("<script type='application/ld+json'>{'@type':'BlogPosting','headline':'" + machine
                        + "'}</script>" + social(machine) + tag(machine)
                        + h1("Timetables and prices of the ferries on the quiet coast")))
                .isEqualTo("Timetables and prices of the ferries on the quiet coast");
    }

    @Test
    void takesTheHeadingThatTheTitlesRepeatFromAmongWidgetsSectionsAndHiddenOnes() {
        String others =
                "<h1 class=aural>Navigation and service of the whole site</h1><h1>The coast and its harbours</h1>"
                        + "<h1><a href=/x>Another story that is only announced here</a></h1>";
        for (String html : new String[] {
            tag(SHOWN + " - News from the quay") + others + h1(SHOWN),
            social(SHOWN) + others + h1(SHOWN),
            NEWS.formatted(SHOWN) + others + h1(SHOWN)
        }) {
            assertThat(read(html).heading()).startsWith(SHOWN);
            assertThat(read(html).text()).isEqualTo(SHOWN);
        }
    }

    @Test
    void passesOverAHeadingThatOnlyScreenReadersRead() {
        assertThat(read(tag(SHOWN) + "<h1 class='sr-only'>Details of what is shown</h1>"))
                .isEqualTo(new Headlines(SHOWN, null));
    }

    @Test
    void takesThePartOfTheTitleTagThatIsPrintedAsALowerHeading() {
        assertThat(headline(tag("Council of Lindhaven - News - " + SHOWN) + "<h3>Contact</h3><h3>" + SHOWN + "</h3>"))
                .isEqualTo(SHOWN);
        assertThat(headline(tag("静かな港の日記：二年ぶりに渡し船が再開された") + "<h2>最近の記事</h2><h3>二年ぶりに渡し船が再開された</h3>"))
                .isEqualTo("二年ぶりに渡し船が再開された");
    }

    @Test
    void takesNoSiteNameForAHeadline() {
        assertThat(headline(tag("The Herald") + "<h2>" + SHOWN + "</h2>")).isEqualTo(SHOWN);
        assertThat(headline(tag("Herald") + h1(SHOWN + " – The Herald"))).isEqualTo(SHOWN);
    }

    @Test
    void takesALabelThatIsGluedToTheHeadingOff() {
        assertThat(headline(social(SHOWN) + "<h1><span>On the quay</span>" + SHOWN + "</h1>"))
                .isEqualTo(SHOWN);
    }

    @Test
    void takesNoLabelledHeadingForASeparateSocialTitle() {
        assertThat(headline(NEWS.formatted(SHOWN) + social("Opinion | " + SHOWN) + tag(SHOWN) + h1(SHOWN)))
                .isEqualTo(SHOWN);
    }

    @Test
    void readsUmlautsInSlugsBothWays() {
        assertThat(new UrlSlug("https://h.example/faehre-fuer-die-kueste-4821.html").likeness("Fähre für die Küste"))
                .isEqualTo(1);
        assertThat(new UrlSlug("https://h.example/fahre-fur-die-kuste/").likeness("Fähre für die Küste"))
                .isEqualTo(1);
        assertThat(new UrlSlug("https://h.example/faehre-fuer-die-kueste-und-mehr").likeness("Fähre für die Küste"))
                .isLessThan(1);
    }

    private static String social(String title) {
        return "<meta property=og:title content='" + title + "'>";
    }

    private static String tag(String title) {
        return "<title>" + title + "</title>";
    }

    private static String h1(String text) {
        return "<h1>" + text + "</h1>";
    }

    private static String headline(String html) {
        return read(html).text();
    }

    private static Headlines read(String html) {
        var document = Jsoup.parse(html, URL);
        PageElements page = PageElements.of(document);
        return Headlines.of(
                page,
                document,
                MetaTags.of(page),
                JsonLdArticle.find(JsonLd.of(page), URL, ""),
                "The Herald",
                "www.herald.example",
                new UrlSlug(URL));
    }
}
