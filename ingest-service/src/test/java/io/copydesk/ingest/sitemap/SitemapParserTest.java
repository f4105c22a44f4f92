package io.copydesk.ingest.sitemap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.sitemap.SitemapDocument.Entry;
import io.copydesk.ingest.sitemap.SitemapDocument.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SitemapParserTest {

    private static final String NEWS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
                xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
              <url>
                <loc> https://harbour.example/ferry?a=1&amp;b=2 </loc>
                <lastmod>2026-03-03T07:08:09+01:00</lastmod>
                <news:news>
                  <news:publication><news:name>Harbour</news:name><news:language>en</news:language></news:publication>
                  <news:publication_date>2026-03-03</news:publication_date>
                  <news:title>Ferry &amp; bridge</news:title>
                </news:news>
                <image:image><image:loc>https://harbour.example/i.png</image:loc></image:image>
              </url>
              <url><loc>/mill</loc><lastmod>never</lastmod></url>
              <url><loc>javascript:alert(1)</loc></url>
              <url/>
            </urlset>
            """;

    @Test
    void readsPagesWithTheNewsExtension() {
        assertThat(parse(NEWS.getBytes(UTF_8)))
                .satisfies(map -> assertThat(map.kind()).isEqualTo(Kind.URLSET))
                .extracting(SitemapDocument::entries)
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactly(
                        new Entry(
                                "https://harbour.example/ferry?a=1&b=2",
                                "2026-03-03T07:08:09+01:00",
                                "Ferry & bridge",
                                "2026-03-03",
                                "en"),
                        new Entry("https://harbour.example/mill", null, null, null, null));
    }

    @Test
    void readsAnIndexWithAnyPrefix() {
        SitemapDocument map = parse("""
                <s:sitemapindex xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9">
                <s:sitemap><s:loc>https://harbour.example/1.xml</s:loc><s:lastmod>2026-03</s:lastmod></s:sitemap>
                <s:sitemap><s:loc>https://harbour.example/2.xml.gz</s:loc></s:sitemap></s:sitemapindex>
                """.getBytes(UTF_8));

        assertThat(map.kind()).isEqualTo(Kind.INDEX);
        assertThat(map.entries())
                .extracting(Entry::url)
                .containsExactly("https://harbour.example/1.xml", "https://harbour.example/2.xml.gz");
    }

    @Test
    void readsTextAndFeedsAndGzip() throws IOException {
        SitemapDocument text =
                parse("\ufeffhttps://harbour.example/1\n\nhttps://harbour.example/2\r\n".getBytes(UTF_8));
        SitemapDocument feed = parse(
                "<rss><channel><item><title>T</title><link>https://harbour.example/3</link></item></channel></rss>"
                        .getBytes(UTF_8));

        assertThat(text.kind()).isEqualTo(Kind.TEXT);
        assertThat(text.entries())
                .extracting(Entry::url)
                .containsExactly("https://harbour.example/1", "https://harbour.example/2");
        assertThat(feed.kind()).isEqualTo(Kind.FEED);
        assertThat(feed.entries()).containsExactly(new Entry("https://harbour.example/3", null, "T", null, null));
        assertThat(parse(gzip(NEWS.getBytes(UTF_8)))).isEqualTo(parse(NEWS.getBytes(UTF_8)));
    }

    @Test
    void aCutSitemapIsReadAsFarAsItGoes() {
        byte[] bytes = NEWS.getBytes(UTF_8);

        assertThat(parse(Arrays.copyOf(bytes, NEWS.indexOf("<url><loc>/mill"))).entries())
                .hasSize(1);
        assertThat(parse("<urlset></urlset>".getBytes(UTF_8)).entries()).isEmpty();
    }

    @Test
    void carelessSitemapsAreReadAsTheyWereMeant() {
        String[] maps = {
            "Notice: slow\n<urlset><url><loc>https://harbour.example/a?x=1&y=2</loc><url><loc>https://harbour.example/b</loc>",
            "<URLSET xmlns='https://nowhere.example/'><URL><LOC>https://harbour.example/a?x=1&amp;y=2</LOC></URL>"
                    + "<URL><LOC><![CDATA[ https://harbour.example/b ]]></LOC></URL></URLSET>",
            "<q:urlset xmlns:q='http://www.google.com/schemas/sitemap/0.84'><q:url><q:loc>https://harbour.example/a?x=1&amp;y=2"
                    + "</q:loc></q:url><q:url><q:loc>/b</q:loc></q:url></q:urlset>"
        };

        for (String map : maps) {
            assertThat(parse(map.getBytes(UTF_8)).entries())
                    .extracting(Entry::url)
                    .containsExactly("https://harbour.example/a?x=1&y=2", "https://harbour.example/b");
        }
    }

    @Test
    void cutGzipIsReadAsFarAsItGoes() throws IOException {
        StringBuilder map = new StringBuilder("<urlset>");
        for (int i = 0; i < 5000; i++) {
            map.append("<url><loc>https://harbour.example/").append(i * 7919L).append("</loc></url>");
        }
        byte[] packed = gzip(map.toString().getBytes(UTF_8));

        assertThat(parse(Arrays.copyOf(packed, packed.length / 2)).entries()).hasSizeBetween(1000, 4900);
    }

    @Test
    void readsNoMoreEntriesThanTheProtocolAllows() {
        StringBuilder map = new StringBuilder("<urlset>");
        for (int i = 0; i < 50_010; i++) {
            map.append("<url><loc>https://harbour.example/").append(i).append("</loc></url>");
        }

        assertThat(parse(map.append("</urlset>").toString().getBytes(UTF_8)).entries())
                .hasSize(50_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html><body>no</body></html>", "words", "{}", "\u001f\u008b"})
    void whatIsNoSitemapIsSaidToBeNone(String text) {
        assertThat(SitemapParser.parse(text.getBytes(UTF_8), null)).isInstanceOf(SitemapResult.NotASitemap.class);
    }

    @Test
    void damagedOrEndlessGzipIsNone() throws IOException {
        byte[] bomb = gzip(new byte[SitemapParser.MAX_BYTES + 1]);

        assertThat(SitemapParser.parse(bomb, null)).isInstanceOf(SitemapResult.NotASitemap.class);
        assertThat(SitemapParser.parse(Arrays.copyOf(gzip(NEWS.getBytes(UTF_8)), 40), null))
                .isInstanceOf(SitemapResult.NotASitemap.class);
    }

    private static SitemapDocument parse(byte[] bytes) {
        SitemapResult result = SitemapParser.parse(bytes, "https://harbour.example/sitemap.xml");
        assertThat(result).isInstanceOf(SitemapResult.Parsed.class);
        return ((SitemapResult.Parsed) result).document();
    }

    private static byte[] gzip(byte[] data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(data);
        }
        return out.toByteArray();
    }
}
