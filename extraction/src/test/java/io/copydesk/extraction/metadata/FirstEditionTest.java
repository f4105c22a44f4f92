package io.copydesk.extraction.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class FirstEditionTest {

    private static final String PLAIN = "https://herald.example/coast/harbour";
    private static final String TITLE = "<h1>Harbour of Lindhaven open again</h1>";
    private static final String PARAGRAPH = "<p>" + "Ferries run again between the islands. ".repeat(9) + "</p>";
    private static final String MOVED = declared("2024-11-05T09:00:00Z");

    @Test
    void takesTheEarlierDayOfTheAddress() {
        String old = "https://herald.example/2021/7/12/harbour";
        assertThat(published(old, MOVED + TITLE + PARAGRAPH)).isEqualTo("2021-07-12");
    }

    @Test
    void keepsTheDeclaredDayWhenTheAddressNamesALaterOne() {
        String later = "https://herald.example/2024/11/12/harbour";
        assertThat(published(later, MOVED + TITLE + PARAGRAPH)).isEqualTo("2024-11-05T09:00:00Z");
    }

    @Test
    void takesTheEarlierDayOfTheDateline() {
        assertThat(published(PLAIN, MOVED + TITLE + "<p>12 July 2021</p>" + PARAGRAPH))
                .isEqualTo("2021-07-12");
    }

    @Test
    void readsTheDatelineBelowAStandfirst() {
        assertThat(published(PLAIN, MOVED + TITLE + PARAGRAPH + "<div class=date>12 July 2021</div>" + PARAGRAPH))
                .isEqualTo("2021-07-12");
    }

    @Test
    void keepsTheDeclaredDayBesideADayThatTheTextTellsOf() {
        assertThat(published(PLAIN, MOVED + TITLE + "<p>It was shut on 12 July 2021 by a storm.</p>" + PARAGRAPH))
                .isEqualTo("2024-11-05T09:00:00Z");
    }

    @Test
    void keepsTheDeclaredDayThatIsPrintedTooWhenALinkAboveTheArticleHasAnEarlierOne() {
        String menu = "<ul><li><h3>Harbour of Lindhaven open again</h3><li>Fish market moves<p>12 July 2021</p></ul>";
        assertThat(published(
                        PLAIN, MOVED + menu + TITLE + "<time datetime=2024-11-05>5 November 2024</time>" + PARAGRAPH))
                .isEqualTo("2024-11-05T09:00:00Z");
    }

    @Test
    void keepsTheDeclaredDayWhenTheDatelineIsAboveTheHeadline() {
        assertThat(published(PLAIN, MOVED + "<p>12 July 2021</p>" + TITLE + PARAGRAPH))
                .isEqualTo("2024-11-05T09:00:00Z");
    }

    @Test
    void keepsTheDeclaredDayBesideADateOfChange() {
        assertThat(published(PLAIN, declared("2024-11-15T09:00:00Z") + TITLE + "<p>Updated 12 July 2021</p>"))
                .isEqualTo("2024-11-15T09:00:00Z");
    }

    @Test
    void takesTheDeclaredDayThatIsPrintedOfTwo() {
        String meta = "<meta property=article:published_time content='2024-11-08T10:00:00Z'>";
        assertThat(published(PLAIN, MOVED + meta + TITLE + "<span class=date>8 November 2024</span>" + PARAGRAPH))
                .isEqualTo("2024-11-08T10:00:00Z");
        assertThat(published(PLAIN, MOVED + meta + TITLE + "<span class=date>5 November 2024</span>" + PARAGRAPH))
                .isEqualTo("2024-11-05T09:00:00Z");
    }

    private static String declared(String date) {
        return "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Harbour of Lindhaven open"
                + " again\",\"datePublished\":\"" + date + "\"}</script>";
    }

    private static String published(String url, String html) {
        return MetadataReader.read(Jsoup.parse("<html lang=en-US>" + html, url), url, null)
                .datePublished();
    }
}
