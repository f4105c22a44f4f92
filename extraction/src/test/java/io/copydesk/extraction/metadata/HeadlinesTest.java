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
    void readsUmlautsInSlugsBothWays() {
        assertThat(new UrlSlug("https://h.example/kueste/fahre-fuer-die-kueste-faehrt.html")
                        .spells("Fähre für die Küste fährt"))
                .isFalse();
        assertThat(new UrlSlug("https://h.example/faehre-fuer-die-kueste-article4821.html")
                        .spells("Fähre für die Küste"))
                .isTrue();
        assertThat(new UrlSlug("https://h.example/fahre-fur-die-kuste/").spells("Fähre für die Küste"))
                .isTrue();
        assertThat(new UrlSlug("https://h.example/faehre-fuer-die-kueste-und-mehr").spells("Fähre für die Küste"))
                .isFalse();
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
                JsonLdArticle.find(JsonLd.of(page), URL),
                "The Herald",
                "www.herald.example",
                new UrlSlug(URL));
    }
}
