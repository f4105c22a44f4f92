package io.copydesk.ingest.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.discovery.FeedCandidate.Source;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DiscoveryTest {

    private static final String SITE = "https://harbour.example/";

    private static final String PAGE = """
            <!doctype html><html><head>
              <link rel="stylesheet" href="/style.css">
              <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
              <link rel="alternate" hreflang="de" href="/de/">
              <LINK REL="Alternate feed" TYPE="application/rss+xml; charset=utf-8" title="News" HREF="/feed">
              <link rel="alternate" type="application/atom+xml" href="atom.xml">
              <link rel="alternate" type="application/feed+json" href="https://cdn.example/harbour.json">
              <link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/2">
            </head><body>
              <a href="/feed/">RSS</a>
              <a href="/sport/rss.xml">Sport</a>
              <a href="/subscribe">All our feeds</a>
              <a href="/2026/atom-smasher">Atoms smashed</a>
              <a href="/help/feed-your-dog">How to feed your dog</a>
              <a href="feed://harbour.example/culture.rss">Culture</a>
              <a href="mailto:desk@harbour.example">RSS</a>
              <a href="/mill">Mill reopens</a>
            </body></html>
            """;

    @Test
    void declaredFeedsComeFirstAndCommentsLast() {
        List<FeedCandidate> feeds = Discovery.feedsOf(PAGE.getBytes(UTF_8), SITE);

        assertThat(feeds)
                .extracting(FeedCandidate::url)
                .startsWith(
                        SITE + "feed", SITE + "atom.xml", "https://cdn.example/harbour.json", SITE + "sport/rss.xml")
                .endsWith(SITE + "comments/feed")
                .contains("http://harbour.example/culture.rss", SITE + "subscribe")
                .doesNotContain(SITE + "style.css", SITE + "de/", SITE + "mill", SITE + "help/feed-your-dog")
                .doesNotHaveDuplicates();
        assertThat(feeds.get(0)).isEqualTo(new FeedCandidate(SITE + "feed", "News", Source.DECLARED, false));
    }

    @Test
    void linksStartAtThePagesBase() {
        String page = "<base href='https://static.example/x/'><link rel=alternate type=application/rss+xml href=feed>";

        assertThat(Discovery.feedsOf(page.getBytes(UTF_8), SITE))
                .extracting(FeedCandidate::url)
                .containsExactly("https://static.example/x/feed");
    }

    @Test
    void usualPlacesAreTriedAtTheRootAndInTheFolder() {
        List<FeedCandidate> places = Discovery.commonPaths("https://harbour.example/blog/");

        assertThat(places)
                .extracting(FeedCandidate::url)
                .startsWith(SITE + "feed", SITE + "blog/feed", SITE + "rss")
                .contains(SITE + "feeds/posts/default", SITE + "index.xml", SITE + "?feed=rss2")
                .doesNotHaveDuplicates();
        assertThat(Discovery.commonPaths("no address")).isEmpty();
        assertThat(Discovery.commonPaths(null)).isEmpty();
    }

    @Test
    void nothingMakesItThrow() {
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            byte[] bytes = PAGE.getBytes(UTF_8);
            for (int i = 0; i < 50; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(Discovery.feedsOf(bytes, round % 2 == 0 ? SITE : null)).isNotNull();
        }
        String many = "<a href=/%d/rss>x</a>".repeat(30_000);
        assertThat(Discovery.feedsOf(many.getBytes(UTF_8), SITE)).hasSizeLessThanOrEqualTo(100);
    }
}
