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
