package io.copydesk.extraction.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalUrlTest {

    private static final String URL = "https://www.herald.example/harbour?page=2";

    @ParameterizedTest
    @CsvSource({
        "https://herald.example/harbour, https://herald.example/harbour",
        "/harbour#top, https://www.herald.example/harbour",
        "https://amp.HERALD.example/harbour, https://amp.HERALD.example/harbour",
        "https://herald.example/a b|c, https://herald.example/a%20b%7Cc",
        "https://herald.example/?p=12, https://herald.example/?p=12",
        "https://herald.example/,",
        "https://herald.example,",
        "https://elsewhere.example/harbour,",
        "https://herald.test/harbour,",
        "mailto:desk@herald.example,",
        "ftp://herald.example/harbour,",
        "https://herald.example/%zz,"
    })
    void aPlausibleUrlIsMadeAbsoluteAndOthersAreIgnored(String declared, @Nullable String expected) {
        assertThat(link(declared, URL)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "https://herald.example/index.php",
        "https://herald.example/news",
        "https://herald.example/news/",
        "https://herald.example/news/local/",
        "../"
    })
    void aSectionIsNotTheUrlOfAnArticleInIt(String declared) {
        assertThat(link(declared, "https://herald.example/news/local/harbour-opens-again"))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "https://herald.example/harbour, https://herald.example/harbour/amp",
        "https://herald.example/news/harbour, https://herald.example/news/harbour/page/2",
        "https://herald.example/harbour-opens-again/, https://herald.example/harbour-opens-again/1203344",
        "https://herald.example/news/1203344, https://herald.example/news/1203344/harbour-opens-again",
        "https://herald.example/news?id=12, https://herald.example/news/harbour-opens-again"
    })
    void anotherFormOfAnArticleMayLieInItsFolder(String declared, String url) {
        assertThat(link(declared, url)).isEqualTo(declared);
    }

    @Test
    void aHostWithoutASchemeIsNoFolder() {
        assertThat(link("www.herald.example/a/12", "https://herald.example/b"))
                .isEqualTo("https://www.herald.example/a/12");
        assertThat(link("herald.example", "https://herald.example/b")).isNull();
        assertThat(link("herald.html", "https://herald.example/b")).isEqualTo("https://herald.example/herald.html");
    }

    @Test
    void anImplausibleUrlGivesWayToTheNextThatIsDeclared() {
        assertThat(read("<link rel=canonical href='/'><link rel=Canonical href='/harbour'>", URL))
                .isEqualTo("https://www.herald.example/harbour");
        assertThat(read(
                        "<meta property=og:url content='/harbour'><link rel=canonical href='https://elsewhere.example/'>",
                        URL))
                .isEqualTo("https://www.herald.example/harbour");
    }

    @Test
    void hostsThatShareTwoLabelsAreLeftToTheCallerWhoHasThePublicSuffixList() {
        assertThat(link("https://b.co.example/x", "https://a.co.example/x")).isEqualTo("https://b.co.example/x");
        assertThat(link("https://co.example/x", "https://a.co.example/x")).isEqualTo("https://co.example/x");
        assertThat(link("https://example/x", "https://a.co.example/x")).isNull();
    }

    @Test
    void theHomePageMayBeItsOwn() {
        assertThat(link("https://herald.example/", "https://www.herald.example"))
                .isEqualTo("https://herald.example/");
    }

    @Test
    void withoutAPageUrlAnyAbsoluteUrlIsTaken() {
        assertThat(link("https://elsewhere.example/harbour", null)).isEqualTo("https://elsewhere.example/harbour");
        assertThat(link("/harbour", null)).isNull();
    }

    @Test
    void theLinkWinsOverTheSocialUrl() {
        String social = "<meta property=og:url content='https://herald.example/social'>";

        assertThat(read(social + "<link rel=canonical href='/link'>", URL))
                .isEqualTo("https://www.herald.example/link");
        assertThat(read(social + "<link rel=alternate href='/link'>", URL)).isEqualTo("https://herald.example/social");
        assertThat(read("<link rel=canonical href=' '>", URL)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.herald.example/a/?q#f, herald.example/a",
        "http://herald.example/a#f?q, herald.example/a",
        "herald.example/a, herald.example/a",
        ",''"
    })
    void comparableUrlsHaveNeitherSchemeNorQuery(@Nullable String url, String expected) {
        assertThat(CanonicalUrl.comparable(url)).isEqualTo(expected);
    }

    private static @Nullable String link(String declared, @Nullable String url) {
        return read("<link rel=canonical href='" + declared + "'>", url);
    }

    private static @Nullable String read(String html, @Nullable String url) {
        PageElements page = PageElements.of(Jsoup.parse(html));
        return CanonicalUrl.of(page, MetaTags.of(page), url);
    }
}
