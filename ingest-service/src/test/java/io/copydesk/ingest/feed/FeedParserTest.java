package io.copydesk.ingest.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.copydesk.ingest.feed.FeedDocument.Item;
import java.nio.charset.Charset;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedParserTest {

    private static final String URL = "https://harbour.example/feeds/news.xml";

    private static final String RSS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
              <channel>
                <title>Harbour &amp; Coast</title>
                <link>https://harbour.example/</link>
                <language>en-gb</language>
                <item>
                  <title><![CDATA[Ferry <b>resumes</b> after AT&amp;T cable find]]></title>
                  <link>/2026/ferry?utm_source=rss</link>
                  <guid isPermaLink="false">h-17</guid>
                  <pubDate>Tue, 03 Mar 2026 07:08:09 GMT</pubDate>
                  <atom:updated>2026-03-03T08:00:00Z</atom:updated>
                  <dc:creator>Ada Lind</dc:creator>
                  <dc:creator>Bo Yun</dc:creator>
                  <description>&lt;p&gt;Boats run &lt;i&gt;again&lt;/i&gt;.&lt;/p&gt;</description>
                </item>
                <item>
                  <guid>https://harbour.example/2026/mill</guid>
                  <title>Mill reopens</title>
                  <author>desk@harbour.example (The Desk)</author>
                </item>
                <item><description>Nothing that names it</description></item>
              </channel>
            </rss>
            """;

    @Test
    void readsAMonthOfTwoMeaningsByTheLanguageOfTheFeedOrTheItem() {
        String rss =
                "<rss version='2.0'><channel><item><title>Ferry</title><pubDate>12 listopada 2024</pubDate></item>%s"
                        + "</channel></rss>";
        assertThat(published(rss.formatted("<language>pl-PL</language>"))).isEqualTo("2024-11-12");
        assertThat(published(rss.formatted("<language>hr</language>"))).isEqualTo("2024-10-12");
        assertThat(published(rss.formatted(""))).isNull();
        String atom =
                "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='pl'><title>Coast</title><entry%s><id>urn:x:1</id>"
                        + "<published>12 lis 2024 10:15</published></entry></feed>";
        assertThat(published(atom.formatted(""))).isEqualTo("2024-11-12T10:15:00Z");
        assertThat(published(atom.formatted(" xml:lang='hr'"))).isEqualTo("2024-10-12T10:15:00Z");
        String json = "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Coast\",\"language\":\"pl\","
                + "\"items\":[{\"id\":\"1\",%s\"date_published\":\"12 listopada 2024\"}]}";
        assertThat(published(json.formatted(""))).isEqualTo("2024-11-12");
        assertThat(published(json.formatted("\"language\":\"hr\","))).isEqualTo("2024-10-12");
    }

    private static String published(String feed) {
        return parse(feed).items().get(0).published();
    }

    @Test
    void readsRss2() {
        FeedDocument feed = parse(RSS);

        assertThat(feed.title()).isEqualTo("Harbour & Coast");
        assertThat(feed.language()).isEqualTo("en-gb");
        assertThat(feed.items())
                .containsExactly(
                        new Item(
                                "h-17",
                                "https://harbour.example/2026/ferry?utm_source=rss",
                                "Ferry resumes after AT&T cable find",
                                "2026-03-03T07:08:09Z",
                                "2026-03-03T08:00:00Z",
                                List.of("Ada Lind", "Bo Yun"),
                                "Boats run again."),
                        new Item(
                                "https://harbour.example/2026/mill",
                                "https://harbour.example/2026/mill",
                                "Mill reopens",
                                null,
                                null,
                                List.of("The Desk"),
                                null),
                        new Item(feed.items().get(2).id(), null, null, null, null, List.of(), "Nothing that names it"));
    }

    @Test
    void anItemThatNothingNamesIsNamedByADigestThatStays() {
        String item = "<rss><channel><item><title>Quay</title><pubDate>%s</pubDate></item></channel></rss>";
        String first =
                parse(item.formatted("3 Mar 2026 07:08 GMT")).items().get(0).id();

        assertThat(first).startsWith("sha256:").hasSize(39);
        assertThat(parse(item.formatted("3 Mar 2026 07:08 GMT")).items().get(0).id())
                .isEqualTo(first);
        assertThat(parse(item.formatted("4 Mar 2026 07:08 GMT")).items().get(0).id())
                .isNotEqualTo(first);
    }

    @Test
    void readsRss1WhoseItemsStandBesideTheChannel() {
        FeedDocument feed = parse("""
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                    xmlns:dc="http://purl.org/dc/elements/1.1/">
                  <channel rdf:about="https://orsk.example/"><title>Orsk</title><dc:language>ru</dc:language></channel>
                  <item rdf:about="https://orsk.example/1"><title>One</title><link>https://orsk.example/1</link>
                    <dc:date>2026-03-03</dc:date></item>
                </rdf:RDF>
                """);

        assertThat(feed.title()).isEqualTo("Orsk");
        assertThat(feed.language()).isEqualTo("ru");
        assertThat(feed.items())
                .containsExactly(new Item(
                        "https://orsk.example/1",
                        "https://orsk.example/1",
                        "One",
                        "2026-03-03",
                        "2026-03-03",
                        List.of(),
                        null));
    }

    @Test
    void readsAtom() {
        FeedDocument feed = parse("""
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://vell.example/blog/">
                  <title type="html">Vell &amp;amp; Umland</title>
                  <author><name>Redaktion</name></author>
                  <entry>
                    <id>tag:vell.example,2026:1</id>
                    <title type="text">1 &lt; 2</title>
                    <link rel="self" href="https://vell.example/1.atom"/>
                    <link rel="alternate" type="application/pdf" href="1.pdf"/>
                    <link rel="alternate" type="text/html" href="1.html"/>
                    <published>2026-03-03T07:08:09+01:00</published>
                    <updated>2026-03-04T07:08:09+01:00</updated>
                    <summary type="xhtml"><div>Die <b>Brücke</b></div></summary>
                  </entry>
                  <entry><id>2</id><link href="https://vell.example/2"/><author><name>Ina Orth</name></author></entry>
                </feed>
                """);

        assertThat(feed.title()).isEqualTo("Vell & Umland");
        assertThat(feed.language()).isEqualTo("de");
        assertThat(feed.items())
                .containsExactly(
                        new Item(
                                "tag:vell.example,2026:1",
                                "https://vell.example/blog/1.html",
                                "1 < 2",
                                "2026-03-03T07:08:09+01:00",
                                "2026-03-04T07:08:09+01:00",
                                List.of("Redaktion"),
                                "Die Brücke"),
                        new Item(
                                "https://vell.example/blog/2",
                                "https://vell.example/2",
                                null,
                                null,
                                null,
                                List.of("Ina Orth"),
                                null));
    }

    @Test
    void readsJsonFeed() {
        FeedDocument feed = parse("""
                {"version":"https://jsonfeed.org/version/1.1","title":"Harbour","language":"en","items":[
                  {"id":"1","url":"/a","title":"A","date_published":"2026-03-03T07:08:09Z","authors":[{"name":"Ada"},{}],
                   "summary":"S"},
                  {"id":2,"external_url":"https://b.example/","author":{"name":"Bo"}}, 7 ]}
                """);

        assertThat(feed.title()).isEqualTo("Harbour");
        assertThat(feed.language()).isEqualTo("en");
        assertThat(feed.items())
                .containsExactly(
                        new Item(
                                "1",
                                "https://harbour.example/a",
                                "A",
                                "2026-03-03T07:08:09Z",
                                null,
                                List.of("Ada"),
                                "S"),
                        new Item("2", "https://b.example/", null, null, null, List.of("Bo"), null));
    }

    @Test
    void brokenXmlIsReadAsFarAsItGoes() {
        String cut = RSS.substring(0, RSS.indexOf("<author>"));
        String bare = RSS.replace("&amp; Coast", "& Coast &nbsp;<br>");

        assertThat(parse(cut).items()).extracting(Item::title).contains("Mill reopens");
        assertThat(parse(bare).items()).hasSize(3);
    }

    @Test
    void entitiesOfADoctypeAreNotExpanded() {
        String bomb =
                "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/hosts\">]>"
                        + "<rss><channel><title>x &b; &f; y</title></channel></rss>";

        assertThat(parse(bomb).title()).contains("x").doesNotContain("aaaa").doesNotContain("localhost");
    }

    @Test
    void honoursTheDeclaredEncoding() {
        byte[] latin = "<?xml version='1.0' encoding='ISO-8859-1'?><rss><channel><title>Ölhafen</title></channel></rss>"
                .getBytes(ISO_8859_1);

        assertThat(FeedParser.parse(latin, null))
                .isInstanceOfSatisfying(
                        FeedResult.Parsed.class,
                        feed -> assertThat(feed.document().title()).isEqualTo("Ölhafen"));
    }

    @Test
    void theCharsetOfHttpCountsWhenTheDocumentSaysNothing() {
        byte[] bytes = "<rss><channel><title>Порт и берег</title></channel></rss>".getBytes(Charset.forName("KOI8-R"));

        assertThat(FeedParser.parse(bytes, null, "text/xml; charset=\"koi8-r\""))
                .isInstanceOfSatisfying(
                        FeedResult.Parsed.class,
                        feed -> assertThat(feed.document().title()).isEqualTo("Порт и берег"));
    }

    @Test
    void tellsWhatTheFeedAsksOfItsReaders() {
        FeedDocument feed = parse("""
                <rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"
                    xmlns:atom="http://www.w3.org/2005/Atom"><channel>
                  <title>Quay</title><link>https://quay.example/</link><ttl>90</ttl>
                  <skipHours><hour>0</hour><hour>24</hour><hour>5</hour><hour>77</hour></skipHours>
                  <skipDays><day>Sunday</day><day>Never</day></skipDays>
                  <sy:updatePeriod> hourly </sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>
                  <atom:link rel="self" href="/feed"/><atom:link rel="hub" href="https://hub.example/"/>
                </channel></rss>
                """);

        assertThat(feed.hints())
                .isEqualTo(new FeedDocument.Hints(
                        Duration.ofMinutes(90),
                        Set.of(0, 5),
                        Set.of(DayOfWeek.SUNDAY),
                        Duration.ofMinutes(15),
                        "https://quay.example/",
                        "https://harbour.example/feed",
                        "https://hub.example/"));
        assertThat(parse("<rss><channel><ttl>-5</ttl></channel></rss>").hints()).isEqualTo(FeedDocument.Hints.NONE);
    }

    @Test
    void aJsonFeedNamesItsWebSubHubAmongOthers() {
        String json = "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Harbour\",\"items\":[],"
                + "\"hubs\":[{\"type\":\"rssCloud\",\"url\":\"https://cloud.example/\"},"
                + "{\"type\":\"WebSub\",\"url\":\"https://hub.example/\"}]}";

        assertThat(parse(json).hints().hubLink()).isEqualTo("https://hub.example/");
        assertThat(parse(json.replace("WebSub", "other")).hints().hubLink()).isNull();
    }

    @Test
    void hostileDocumentsAreReadInTimeThatGrowsWithTheirSize() {
        List<String> pieces = List.of(
                "<a b=\">",
                "<!--",
                "<![CDATA[",
                "<!DOCTYPE a [",
                "<?xml",
                "<a b='",
                "</a",
                "<a ",
                "&#",
                "<item><title>",
                "<!DOCTYPE a>",
                "<!DOCTYPE a [>]",
                "<?xml <a>",
                "<title>&lt;script&gt;",
                "&lt;a b=&quot;",
                "&lt;script&gt;",
                "&lt;zz&gt;",
                "<x:a xmlns:x='u'>",
                "<title>&lt;!--",
                "<title>&lt;a b=&quot;&gt;",
                "<title>&lt;z&gt;",
                "<rss><channel>");
        for (String piece : pieces) {
            byte[] bytes =
                    ("<rss><channel><title>" + piece.repeat(1_000_000 / piece.length()) + "?>]]>").getBytes(UTF_8);
            assertTimeout(Duration.ofSeconds(20), () -> FeedParser.parse(bytes, URL), piece);
        }
    }

    @Test
    void limitsHold() {
        String items = "<item><title>t</title></item>".repeat(FeedParser.MAX_ITEMS + 5);
        String longTitle = "word ".repeat(20_000);

        assertThat(parse("<rss><channel>" + items).items()).hasSize(FeedParser.MAX_ITEMS);
        assertThat(parse("<rss><channel><title>" + longTitle).title()).hasSizeLessThanOrEqualTo(FeedText.MAX_TEXT);
        assertThat(FeedParser.parse(new byte[FeedParser.MAX_BYTES + 1], URL)).isInstanceOf(FeedResult.NotAFeed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain words",
                "<!doctype html><html><body>Hello</body></html>",
                "{\"a\":1}",
                "{\"items\":[]}",
                "{",
                "<opml/>"
            })
    void whatIsNoFeedIsSaidToBeNone(String text) {
        assertThat(FeedParser.parse(text.getBytes(UTF_8), URL))
                .isInstanceOfSatisfying(
                        FeedResult.NotAFeed.class, no -> assertThat(no.detail()).startsWith("The document"));
    }

    @Test
    void nothingMakesItThrow() {
        Random random = new Random(4);
        byte[] sound = RSS.getBytes(UTF_8);
        int parsed = 0;
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = Arrays.copyOf(sound, random.nextInt(sound.length));
            for (int i = 0; i < 10 && bytes.length > 0; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            parsed += FeedParser.parse(bytes, URL) instanceof FeedResult.Parsed ? 1 : 0;
        }
        assertThat(parsed).isPositive();
        assertThat(parse("<rss><channel><title>t</title>" + "<a>".repeat(100_000))
                        .title())
                .isEqualTo("t");
    }

    private static FeedDocument parse(String text) {
        FeedResult result = FeedParser.parse(text.getBytes(UTF_8), URL);
        assertThat(result).isInstanceOf(FeedResult.Parsed.class);
        return ((FeedResult.Parsed) result).document();
    }
}
