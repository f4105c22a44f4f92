package io.copydesk.ingest.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.feed.FeedDocument;
import io.copydesk.ingest.feed.FeedDocument.Item;
import io.copydesk.ingest.feed.FeedParser;
import io.copydesk.ingest.link.UrlKey;
import io.copydesk.ingest.sitemap.SitemapDocument;
import io.copydesk.ingest.sitemap.SitemapParser;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.fuzz.Fuzz;
import io.copydesk.schemas.fuzz.Texts;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedFuzzTest {

    private static final String URL = "https://harbour.example/news/feed.xml";

    private static final List<byte[]> JSON =
            Fuzz.texts("""
            {"version":"https://jsonfeed.org/version/1.1","title":"Harbour","home_page_url":"https://harbour.example/",
            "feed_url":"feed.json","hubs":[{"type":"WebSub","url":"/hub"}],"authors":[{"name":"Ada Lind"}],"items":[
            {"id":"1","url":"/1","title":"Tide \\ud83c\\udf0a","content_html":"<p>One &amp; two</p>","date_published":
            "2026-03-02T07:08:09+01:00","tags":["a"]},{"id":2,"summary":"S","author":{"name":"B <b@c.example>"}}]}
            """, "{\"title\":\"T\",\"items\":[{'id':'x','content_text':'y',}],}");

    private static final List<byte[]> SITEMAPS = Fuzz.texts(
            """
            <?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
            xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://quay.example/a?b=1&amp;c</loc>
            <lastmod>2026-03-02</lastmod><n:news><n:publication><n:name>Q</n:name><n:language>de</n:language>
            </n:publication><n:publication_date>2026-03-02T08:00Z</n:publication_date><n:title>T&#228;g</n:title></n:news>
            </url><url><loc>/b</loc></url></urlset>
            """,
            "<sitemapindex><sitemap><loc>https://quay.example/1.xml</loc><lastmod>2026-03-02T08:00:00Z</lastmod></sitemap>",
            "https://quay.example/1\nhttps://quay.example/2\n\nhttps://quay.example/3\n");

    @Test
    void feedsGiveValidTextUrlsAndDates() {
        List<byte[]> seeds = new ArrayList<>(JSON);
        seeds.addAll(Fuzz.files(FeedParser.class, "corpus").stream()
                .filter(bytes -> bytes.length < 20_000)
                .toList());
        new Fuzz("feeds", getClass(), seeds)
                .rounds(
                        1_200,
                        bytes -> FeedParser.parse(bytes, bytes.length % 3 == 0 ? null : URL, type(bytes))
                                .fold(feed -> feed(feed, bytes), reason -> text(reason)));
    }

    @Test
    void sitemapsGiveValidTextUrlsAndDates() {
        new Fuzz("sitemaps", getClass(), SITEMAPS)
                .rounds(
                        1_000,
                        bytes -> SitemapParser.parse(bytes, bytes.length % 3 == 0 ? null : URL)
                                .fold(FeedFuzzTest::sitemap, reason -> text(reason)));
    }

    private static String type(byte[] bytes) {
        return bytes.length % 5 == 0 ? "text/xml; charset=" + new String(bytes, 0, bytes.length % 11, UTF_8) : null;
    }

    private static boolean feed(FeedDocument feed, byte[] bytes) {
        text(feed.title());
        text(feed.language());
        url(feed.hints().siteLink());
        url(feed.hints().selfLink());
        url(feed.hints().hubLink());
        long characters = 0;
        for (Item item : feed.items()) {
            assertThat(item.id()).isNotBlank();
            text(item.id());
            url(item.url());
            text(item.title());
            date(item.published());
            date(item.updated());
            item.authors().forEach(FeedFuzzTest::text);
            text(item.summary());
            characters += length(item.title()) + length(item.summary());
        }
        // A reference of one code unit at least has three; text that is repeated in an item (title, summary) counts
        // twice.
        assertThat(characters).isLessThanOrEqualTo(4L * bytes.length * expansion(bytes));
        assertThat(Json.bytes(feed)).isNotEmpty();
        return true;
    }

    private static boolean sitemap(SitemapDocument sitemap) {
        for (SitemapDocument.Entry entry : sitemap.entries()) {
            assertThat(entry.url()).isNotNull();
            url(entry.url());
            text(entry.title());
            text(entry.language());
            date(entry.lastModified());
            date(entry.published());
        }
        assertThat(Json.bytes(sitemap)).isNotEmpty();
        return true;
    }

    /** Gzip data may hold a thousand times their size. */
    private static int expansion(byte[] bytes) {
        return bytes.length > 1 && bytes[0] == 0x1f ? 1100 : 1;
    }

    private static int length(String text) {
        return text == null ? 0 : text.length();
    }

    private static boolean text(String text) {
        Texts.line(text);
        return true;
    }

    private static void url(String url) {
        if (url != null) {
            assertThat(UrlKey.of(url).fold(UrlKey.Key::url, reason -> reason)).isEqualTo(url);
        }
    }

    /** ISO 8601: a date, or a date-time with offset. */
    private static void date(String date) {
        if (date != null) {
            assertThat(date.length() == 10 ? LocalDate.parse(date) : OffsetDateTime.parse(date))
                    .isNotNull();
        }
    }
}
