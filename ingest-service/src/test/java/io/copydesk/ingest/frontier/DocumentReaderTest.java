package io.copydesk.ingest.frontier;

import static io.copydesk.ingest.frontier.FrontierFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.FetchOutcome;
import io.copydesk.schemas.FetchOutcome.Result;
import io.copydesk.schemas.FetchTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentReaderTest {

    private static final String URL = "https://www.harbour.example/feed.xml";

    @Test
    void readsTheItemsOfAFeed() {
        Reading reading = read("""
                <rss version="2.0"><channel><title>Harbour</title><ttl>90</ttl>
                <skipHours><hour>3</hour></skipHours><skipDays><day>Sunday</day></skipDays>
                <item><title>Late</title><link>/a</link><guid>7</guid>
                <pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate></item>
                <item><link>https://www.harbour.example/b</link></item></channel></rss>""");

        assertThat(reading).isInstanceOfSatisfying(Reading.Items.class, items -> {
            assertThat(items.title()).isEqualTo("Harbour");
            assertThat(items.asked()).isEqualTo(Duration.ofMinutes(90).toMillis());
            assertThat(items.quiet()).isEqualTo(new QuietTimes(1 << 3, 1 << 6));
            assertThat(items.items()).extracting(ReadItem::title).containsExactly("Late", null);
            assertThat(items.items())
                    .extracting(ReadItem::url)
                    .containsExactly("https://www.harbour.example/a", "https://www.harbour.example/b");
            assertThat(items.items().get(0).published())
                    .isEqualTo(Instant.parse("2026-03-02T08:00:00Z").toEpochMilli());
        });
    }

    @Test
    void takesTheLongerOfTheTimesThatAFeedAsksFor() {
        assertThat(asked("<ttl>30</ttl><sy:updatePeriod>daily</sy:updatePeriod>"))
                .isEqualTo(Duration.ofDays(1));
        assertThat(asked("<ttl>3000</ttl><sy:updatePeriod>daily</sy:updatePeriod>"))
                .isEqualTo(Duration.ofMinutes(3000));
        assertThat(asked("")).isEqualTo(Duration.ZERO);
    }

    private static Duration asked(String hints) {
        String feed = "<rss version=\"2.0\" xmlns:sy=\"http://purl.org/rss/1.0/modules/syndication/\"><channel>" + hints
                + "<item><link>https://www.harbour.example/a</link></item></channel></rss>";
        return Duration.ofMillis(((Reading.Items) read(feed)).asked());
    }

    @Test
    void resolvesLinksAgainstTheUrlThatTheBodyCameFrom() {
        String feed = "<rss version=\"2.0\"><channel><item><link>/a</link></item></channel></rss>";
        FetchOutcome relayed =
                outcome(feed).location("https://cdn.quay.example/1.xml").build();

        assertThat(((Reading.Items) DocumentReader.read(relayed)).items())
                .extracting(ReadItem::url)
                .containsExactly("https://cdn.quay.example/a");
    }

    @Test
    void readsAnItemWithoutAPublicationDateByItsUpdate() {
        Reading reading = read("<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>urn:a</id>"
                + "<updated>2026-03-02T08:00:00Z</updated></entry></feed>");

        assertThat(((Reading.Items) reading).items().get(0).published())
                .isEqualTo(Instant.parse("2026-03-02T08:00:00Z").toEpochMilli());
    }

    @Test
    void readsTheUrlsOfASitemap() {
        Reading reading = read("""
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <url><loc>https://www.harbour.example/a</loc><lastmod>2026-03-02</lastmod></url>
                <url><loc>https://www.harbour.example/b</loc></url></urlset>""");

        assertThat(((Reading.Items) reading).items())
                .containsExactly(
                        new ReadItem(
                                "https://www.harbour.example/a",
                                "https://www.harbour.example/a",
                                null,
                                Instant.parse("2026-03-02T00:00:00Z").toEpochMilli(),
                                "2026-03-02",
                                null),
                        new ReadItem(
                                "https://www.harbour.example/b", "https://www.harbour.example/b", null, 0, null, null));
    }

    @Test
    void takesTheFreshSitemapsOfAnIndex() {
        StringBuilder index = new StringBuilder("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");
        index.append("<sitemap><loc>https://a.example/old.xml</loc><lastmod>2026-03-01T10:00:00Z</lastmod></sitemap>");
        index.append("<sitemap><loc>https://a.example/new.xml</loc><lastmod>2026-03-01T10:00:01Z</lastmod></sitemap>");
        index.append("<sitemap><loc>https://a.example/none.xml</loc></sitemap></sitemapindex>");

        assertThat(((Reading.Sitemaps) read(index.toString())).urls())
                .containsExactly("https://a.example/new.xml", "https://a.example/none.xml");
    }

    /** One that is being written, for instance: those that it named before are not freed for that. */
    @Test
    void anIndexWithoutASitemapIsNone() {
        assertThat(read("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"></sitemapindex>"))
                .isEqualTo(new Reading.Unreadable("a sitemap index that names no sitemap"));
    }

    @Test
    void takesAtMostFiftySitemapsOfAnIndex() {
        StringBuilder index = new StringBuilder("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");
        for (int i = 0; i < 60; i++) {
            index.append("<sitemap><loc>https://a.example/").append(i).append(".xml</loc></sitemap>");
        }

        assertThat(((Reading.Sitemaps) read(index.append("</sitemapindex>").toString())).urls())
                .hasSize(50);
    }

    @Test
    void saysWhyADocumentIsNoFeed() {
        assertThat(read("<html><body>Log in</body></html>"))
                .isInstanceOfSatisfying(
                        Reading.Unreadable.class, no -> assertThat(no.detail()).isNotBlank());
    }

    @Test
    void namesTheFeedThatAPageDeclaresInPlaceOfOne() {
        String page = """
                <html><head><title>Harbour News</title>
                <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
                <link rel="alternate" type="application/rss+xml" href="/news.xml"></head><body>Hello</body></html>
                """;

        assertThat(read(page))
                .isInstanceOfSatisfying(
                        Reading.Unreadable.class,
                        no -> assertThat(no.detail())
                                .endsWith(
                                        "; it is a page that declares the feed https://www.harbour.example/news.xml"));
    }

    @Test
    void readsOnlyBodiesOfFeeds() {
        String feed = "<rss version=\"2.0\"><channel></channel></rss>";
        List<FetchOutcome> others = List.of(
                outcome(feed).body(null).build(),
                FrontierFixture.fetched(FrontierFixture.request("r", URL, FetchTarget.ROBOTS), feed, NOW)
                        .build(),
                FrontierFixture.outcome(FrontierFixture.request("r", URL, FetchTarget.FEED), Result.UNCHANGED, 200, NOW)
                        .body(outcome(feed).build().body())
                        .build());

        assertThat(others)
                .allSatisfy(other -> assertThat(DocumentReader.read(other)).isEqualTo(new Reading.Nothing()));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 2026-03-02T00:00:00Z",
        "2026-03-02T08:00:00Z, 2026-03-02T08:00:00Z",
        "2026-03-02T08:00:00+02:00, 2026-03-02T06:00:00Z",
        "2026-03-02T08:00:00-02:00, 2026-03-02T10:00:00Z",
        "2026-03-02T08:00:00, 2026-03-02T08:00:00Z"
    })
    void readsDatesToTheirStartInUtc(String date, Instant start) {
        assertThat(DocumentReader.millis(date)).isEqualTo(start.toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource({"2026-03", "2026-13-45", "soon", ","})
    void aDateThatIsNoneIsZero(String date) {
        assertThat(DocumentReader.millis(date)).isZero();
    }

    private static Reading read(String body) {
        return DocumentReader.read(outcome(body).build());
    }

    private static FetchOutcome.Builder outcome(String body) {
        return FrontierFixture.fetched(FrontierFixture.request("r", URL, FetchTarget.FEED), body, NOW);
    }
}
