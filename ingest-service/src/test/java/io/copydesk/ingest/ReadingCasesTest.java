package io.copydesk.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.copydesk.ingest.archive.ArchiveItem;
import io.copydesk.ingest.archive.ArchiveReader;
import io.copydesk.ingest.discovery.Discovery;
import io.copydesk.ingest.feed.FeedDocument;
import io.copydesk.ingest.feed.FeedParser;
import io.copydesk.ingest.link.UrlKey;
import io.copydesk.ingest.opml.Opml;
import io.copydesk.ingest.opml.OpmlEntry;
import io.copydesk.ingest.opml.OpmlResult;
import io.copydesk.ingest.robots.RobotsPolicy;
import io.copydesk.ingest.sitemap.SitemapDocument.Entry;
import io.copydesk.ingest.sitemap.SitemapParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds, sitemaps, addresses, robots.txt and archives as real ones are written, each with the right reading. */
class ReadingCasesTest {

    private static final Path CASES = Path.of("src/test/resources/io/copydesk/ingest/reading");
    private static final String SITEMAP = "https://harbour.example/sitemap.xml";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title-endtag | </harbour>",
                "title-endtag-in-text | What </canvas2> means",
                "c1-punctuation | Harbour master: “It’s fog” – ferry late…",
                "c1-reference | It’s fog – ferry late",
                "internal-entity | The Harbour Gazette reports fog"
            })
    void titlesOfFeeds(String file, String title) throws IOException {
        assertThat(item(file, 0).title()).isEqualTo(title);
    }

    @Test
    void idsOfFeeds() throws IOException {
        assertThat(item("internal-entity", 0).id()).isEqualTo("tag:harbour.example,2026-03-03:ferry");
        assertThat(item("atom-relative-id", 0).id()).isEqualTo("https://harbour.example/news/ferry/9");
    }

    @Test
    void textWithAMediaTypeThatMeansOtherThings() throws IOException {
        assertThat(item("atom-json-content", 0).summary()).isEqualTo("{\"fog\":true}");
        assertThat(item("atom-json-content", 1).title()).isEqualTo("late");
    }

    @Test
    void fieldsOfFeedsInUnusualPlaces() throws IOException {
        assertThat(feed("language-underscore").language()).isEqualTo("pt-BR");
        assertThat(item("cdf-lastmod", 0).updated()).isEqualTo("2026-03-03T07:08:00+01:00");
        assertThat(item("cdf-lastmod", 0).published()).isNull();
        assertThat(item("enclosure-blank-first", 0).url()).isEqualTo("https://harbour.example/fog.mp3");
    }

    @ParameterizedTest
    @CsvSource({
        "index-without-loc.xml, https://harbour.example/news-1.xml?a=1&b=2 https://harbour.example/news-2.xml",
        "two-locs.xml, https://harbour.example/news-1.xml https://harbour.example/news-2.xml",
        "urlset-two-locs.xml, https://harbour.example/a https://harbour.example/b",
        "loc-in-element.xml, https://harbour.example/c https://harbour.example/d",
        "entity-loc.xml, https://harbour.example/e",
        "text-with-heading.txt, https://harbour.example/f https://harbour.example/g"
    })
    void entriesOfSitemaps(String file, String urls) throws IOException {
        assertThat(entries(file)).extracting(Entry::url).containsExactly(urls.split(" "));
    }

    @Test
    void aDateInAnEntryWithSeveralAddressesIsOfTheOneBeforeIt() throws IOException {
        assertThat(entries("two-locs.xml")).extracting(Entry::lastModified).containsExactly("2026-03-01", null);
    }

    /** Pairs of lines that are one page. */
    @ParameterizedTest
    @CsvSource({"0, 1", "2, 3", "6, 7", "9, 10"})
    void addressesOfOnePage(int first, int second) throws IOException {
        List<String> lines = Files.readAllLines(CASES.resolve("url/urls.txt"));

        assertThat(key(lines.get(first))).isEqualTo(key(lines.get(second)));
        assertThat(key(key(lines.get(first)))).isEqualTo(key(lines.get(first)));
    }

    @ParameterizedTest
    @CsvSource({
        "https://harbour.example/a/index.html, https://harbour.example/a",
        "https://harbour.example//a///index.php, https://harbour.example/a",
        "https://harbour.example/Default.aspx?id=7, https://harbour.example/?id=7",
        "https://harbour.example/story?b=2&a=1&b=1, https://harbour.example/story?a=1&b=2&b=1",
        "https://harbour.example/a.html;jsessionid=8F3A?x=1, https://harbour.example/a.html?x=1",
        "https://harbour.example/a;page=2, https://harbour.example/a;page=2",
        "https://harbour.example/list?f={x}, https://harbour.example/list?f=%7Bx%7D"
    })
    void keysOfAddresses(String address, String key) {
        assertThat(key(address)).isEqualTo(key);
        assertThat(key(key)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.google.com/url?rct=j&sa=t&url=https://harbour.example/a%3Fid%3D7&ct=ga, https://harbour.example/a?id=7",
        "https://www.google.co.uk/url?q=https%3A%2F%2Fharbour.example%2Fa, https://harbour.example/a",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.google.com%2Furl%3Furl%3Dhttps%253A%252F%252Fharbour.example%252Fa&h=x, https://harbour.example/a",
        "https://www.google.com/url?q=ferry, https://www.google.com/url?q=ferry",
        "https://googled.example/url?q=https://harbour.example/a, https://googled.example/url?q=https://harbour.example/a"
    })
    void linksThatLeadToTheAddressWithinThem(String link, String target) {
        assertThat(UrlKey.of(link).fold(UrlKey.Key::url, reason -> reason)).isEqualTo(target);
    }

    /** Spellings of one page have one key, and different pages different ones. */
    @Test
    void spellingsOfPages() throws IOException {
        List<List<String>> pages = Files.readAllLines(CASES.resolve("url/spellings.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split(" ")))
                .toList();

        assertThat(pages)
                .allSatisfy(page -> assertThat(page).extracting(url -> key(url)).containsOnly(key(page.get(0))));
        assertThat(pages).extracting(page -> key(page.get(0))).doesNotHaveDuplicates();
    }

    @Test
    void aBaseWithAnInternationalHostName() throws IOException {
        assertThat(item("iri-base", 0).url()).isEqualTo("http://xn--hfen-loa.example/news/1.html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf16le-bom.txt", "utf16be-bom.txt", "names-in-one-line.txt"})
    void robotsFilesThatForbid(String file) throws IOException {
        byte[] robots = Files.readAllBytes(CASES.resolve("robots").resolve(file));

        assertThat(RobotsPolicy.parse(robots, "Copydesk").allows("https://harbour.example/drafts/1"))
                .isFalse();
    }

    @Test
    void aLinkWhoseTypeIsNoneComesAfterOneThatIsAFeed() throws IOException {
        byte[] page = Files.readAllBytes(CASES.resolve("discovery/type-with-blank.html"));

        assertThat(Discovery.feedsOf(page, "https://harbour.example/").get(0).url())
                .isEqualTo("https://harbour.example/feed.xml");
    }

    @Test
    void archivesWithOtherThings() throws IOException {
        assertThat(items("wget-log-resource.warc")).containsExactly("input", "skipped warc resource");
        assertThat(items("crawl.arc")).containsExactly("broken unknown-kind");
    }

    @Test
    void subscriptionListsAsReadersWriteThem() throws IOException {
        OpmlResult.Parsed malformed = opml("malformed");
        OpmlResult.Parsed nested = opml("nested");
        OpmlResult.Parsed odd = opml("odd");

        assertThat(malformed.entries())
                .extracting(OpmlEntry::url)
                .containsExactly("http://127.9.6.1:8899/feed?a=1&b=2", "http://127.9.7.1:8899/feed");
        assertThat(nested.entries())
                .extracting(OpmlEntry::url, OpmlEntry::category)
                .containsExactly(tuple("http://127.9.5.1:8899/feed", "Top/Mid/Low"));
        assertThat(nested.refused()).hasSize(2).allMatch(remark -> remark.endsWith("in another spelling"));
        assertThat(odd.entries())
                .extracting(OpmlEntry::url)
                .containsExactly(
                        "http://127.9.8.1:8899/feed",
                        "http://127.9.9.1:8899/feed",
                        "http://127.9.10.1:8899/feed",
                        "http://127.9.11.1:8899/feed",
                        "http://127.9.12.1:8899/feed");
        assertThat(odd.refused())
                .containsExactly(
                        "/feed is not an http or https URL (relative)",
                        "the user name and password of http://127.9.11.1:8899/feed are not kept",
                        "1 entry has no address of a feed");
    }

    private static OpmlResult.Parsed opml(String file) throws IOException {
        byte[] list = Files.readAllBytes(CASES.resolve("opml").resolve(file + ".opml"));
        return Opml.read(list).fold(parsed -> parsed, reason -> {
            throw new AssertionError(reason);
        });
    }

    /** What is damaged is told with its reason, and all else is read. */
    @ParameterizedTest
    @CsvSource({
        "badcrc.warc.gz, 4, bad-gzip",
        "cut.warc.gz, 3, truncated-gzip",
        "emptymembers.warc.gz, 4,",
        "gz-named-plain.warc, 4,",
        "http-odd.warc, 12, truncated",
        "lengths.warc, 3, bad-warc bad-warc",
        "mixed.warc, 4,",
        "single.warc.gz, 4,",
        "zeropad.warc.gz, 4,"
    })
    void archivesWithVices(String file, int inputs, @Nullable String broken) throws IOException {
        List<String> items = items("../warc-odd/" + file);

        assertThat(items.stream().filter("input"::equals)).hasSize(inputs);
        assertThat(items.stream().filter(item -> item.startsWith("broken ")).map(item -> item.substring(7)))
                .containsExactly(broken == null ? new String[0] : broken.split(" "));
    }

    private static List<String> items(String file) throws IOException {
        List<String> items = new ArrayList<>();
        try (ArchiveReader reader =
                ArchiveReader.open(List.of(CASES.resolve("warc").resolve(file)))) {
            reader.forEachRemaining(item -> items.add(name(item)));
        }
        return items.stream()
                .filter(item -> !item.equals("skipped warc warcinfo"))
                .toList();
    }

    private static String name(ArchiveItem item) {
        return item.fold(
                input -> "input", broken -> "broken " + broken.reason().label(), skipped -> "skipped " + skipped.why());
    }

    private static String key(String url) {
        return UrlKey.of(url).fold(UrlKey.Key::key, reason -> reason);
    }

    private static List<Entry> entries(String file) throws IOException {
        return SitemapParser.parse(Files.readAllBytes(CASES.resolve("sitemap").resolve(file)), SITEMAP)
                .fold(sitemap -> sitemap.entries(), reason -> List.of());
    }

    private static FeedDocument.Item item(String file, int number) throws IOException {
        return feed(file).items().get(number);
    }

    private static FeedDocument feed(String file) throws IOException {
        return FeedParser.parse(Files.readAllBytes(CASES.resolve("feed").resolve(file + ".xml")), null)
                .fold(feed -> feed, reason -> {
                    throw new AssertionError(reason);
                });
    }
}
