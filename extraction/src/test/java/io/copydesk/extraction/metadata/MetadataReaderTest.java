package io.copydesk.extraction.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class MetadataReaderTest {

    private static final String URL = "https://www.herald.example/coast/2024/11/05/harbour-open";
    private static final Instant FETCHED = Instant.parse("2024-11-06T08:00:00Z");

    @Test
    void readsJsonLdWithCommentsControlCharactersAndTrailingCommas() {
        PageMetadata meta = read("""
                <script type="application/ld+json">
                /* made by hand */ {"@context": "https://schema.org", "@type": "NewsArticle",
                 "headline": "Harbour open\tagain", "datePublished": "2024-11-05T10:00:00+01:00",
                 "author": [{"@type": "Person", "name": "Mara Velt"},], "isAccessibleForFree": "False", }
                </script>""");
        assertThat(meta.headline()).isEqualTo("Harbour open again");
        assertThat(meta.authors()).containsExactly("Mara Velt");
        assertThat(meta.datePublished()).isEqualTo("2024-11-05T10:00:00+01:00");
        assertThat(meta.declaredFree()).isFalse();
    }

    @Test
    void resolvesReferencesInAGraph() {
        PageMetadata meta = read("""
                <script type="application/ld+json">{"@graph": [
                 {"@type": "WebPage", "@id": "#page", "inLanguage": "de-DE"},
                 {"@type": "Article", "headline": "Hafen wieder offen", "author": {"@id": "#p1"}, "publisher": {"@id": "#o"}},
                 {"@type": "Person", "@id": "#p1", "name": "Mara Velt"}, {"@type": "Organization", "@id": "#o", "name": "Herald"}]}
                </script>""");
        assertThat(meta.authors()).containsExactly("Mara Velt");
        assertThat(meta.publisher()).isEqualTo("Herald");
        assertThat(meta.declaredLanguage()).isEqualTo("de-DE");
    }

    @Test
    void choosesTheArticleThatSpeaksAboutThisPage() {
        PageMetadata meta = read(
                "<script type='application/ld+json'>[{'@type':'NewsArticle','headline':'Another story','url':'https://www.herald.example/other'},"
                        + "{'@type':'NewsArticle','headline':'Harbour open again','url':'" + URL + "'}]</script>");
        assertThat(meta.headline()).isEqualTo("Harbour open again");
    }

    @Test
    void takesTheSitesNameOffTheTitle() {
        assertThat(
                        read("<meta property=og:site_name content='The Herald'><title>Harbour open again - The Herald</title>")
                                .headline())
                .isEqualTo("Harbour open again");
        assertThat(read("<title>Harbour open again | News | Herald</title>").headline())
                .isEqualTo("Harbour open again");
        assertThat(read("<title>Lindhaven - a harbour reopens</title>").headline())
                .isEqualTo("Lindhaven - a harbour reopens");
    }

    @Test
    void prefersTheVisibleHeadingToTitlesForMachines() {
        PageMetadata meta = read(
                "<title>Harbour: open! All news on Lindhaven</title><meta property=og:title content='Open harbour in Lindhaven now'>"
                        + "<h1><span class=kicker>Coast</span> The harbour of Lindhaven is open again</h1>");
        assertThat(meta.headline()).isEqualTo("The harbour of Lindhaven is open again");
    }

    @Test
    void believesNoDateAfterTheFetch() {
        PageMetadata meta = read(
                "<meta property=article:published_time content='2031-01-01T00:00:00Z'><time datetime='2024-11-05T09:00:00Z'>x</time>");
        assertThat(meta.datePublished()).isEqualTo("2024-11-05T09:00:00Z");
    }

    @Test
    void readsTheDateFromTheUrlAndFromVisibleText() {
        assertThat(read("<p>Nothing here.").datePublished()).isEqualTo("2024-11-05");
        PageMetadata visible = MetadataReader.read(
                Jsoup.parse("<html lang=de><div class=datum>Stand: 4. November 2024</div><p>Text"),
                "https://herald.example/a",
                FETCHED);
        assertThat(visible.datePublished()).isEqualTo("2024-11-04");
    }

    @Test
    void distrustsCanonicalUrlsOfOtherSitesAndTheHomePage() {
        assertThat(read("<link rel=canonical href='https://elsewhere.example/harbour'>")
                        .canonicalUrl())
                .isNull();
        assertThat(read("<link rel=canonical href='https://www.herald.example/'>")
                        .canonicalUrl())
                .isNull();
        assertThat(read("<link rel=canonical href='//herald.example/harbour-open#top'>")
                        .canonicalUrl())
                .isEqualTo("https://herald.example/harbour-open");
    }

    @Test
    void readsNamesOnlyFromBylines() {
        assertThat(read("<meta name=author content='By Mara Velt and Jon Ekdal, Chief Reporter'>")
                        .authors())
                .containsExactly("Mara Velt", "Jon Ekdal");
        assertThat(
                        read("<meta property=article:author content='https://www.facebook.com/herald'><a rel=author>Von Mara Velt</a>")
                                .authors())
                .containsExactly("Mara Velt");
        assertThat(read("<meta name=author content='admin'>").authors()).isEmpty();
    }

    @Test
    void readsSectionKeywordsAndImages() {
        PageMetadata meta =
                read("<meta property=article:section content=Coast><meta name=keywords content='harbour, ferry;quay'>"
                        + "<meta property=og:image content='/pic/quay.jpg'>");
        assertThat(meta.section()).isEqualTo("Coast");
        assertThat(meta.keywords()).containsExactly("harbour", "ferry", "quay");
        assertThat(meta.images()).containsExactly("https://www.herald.example/pic/quay.jpg");
    }

    @Test
    void readsTheArticlesOwnMicrodata() {
        PageMetadata meta = read("""
                <div itemscope itemtype="https://schema.org/NewsArticle">
                <p itemprop="description">Two years after the wreck.</p><a itemprop="articleSection" href="/h">Harbour</a>
                <meta itemprop="keywords" content="ferry, Kelm"><img itemprop="image" src="/ferry.jpg">
                <div itemprop="author" itemscope itemtype="https://schema.org/Person"><img itemprop="image" src="/face.jpg">
                <span itemprop="description">Writes about ships.</span></div></div>
                """);

        assertThat(meta.description()).isEqualTo("Two years after the wreck.");
        assertThat(meta.section()).isEqualTo("Harbour");
        assertThat(meta.keywords()).containsExactly("ferry", "Kelm");
        assertThat(meta.images()).singleElement().asString().endsWith("/ferry.jpg");
    }

    private static PageMetadata read(String html) {
        return MetadataReader.read(Jsoup.parse(html, URL), URL, FETCHED);
    }
}
