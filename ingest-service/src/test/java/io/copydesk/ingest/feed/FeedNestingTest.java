package io.copydesk.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.feed.FeedDocument.Item;
import org.junit.jupiter.api.Test;

/** Where elements without an end tag end in RSS and Atom. */
class FeedNestingTest {

    @Test
    void aValueEndsBeforeTheNextValueProsePersonOrItem() {
        assertThat(item("<item><title>T<link>https://quay.example/1").title()).isEqualTo("T");
        assertThat(item("<item><title>T<description>D").title()).isEqualTo("T");
        assertThat(item("<item><title>T<author>A").title()).isEqualTo("T");
        assertThat(item("<item><title>T<dc:title>D").title()).isEqualTo("T");
        assertThat(item("<item><title>T<item><title>U").title()).isEqualTo("T");
    }

    @Test
    void aValueGoesOnOverElementsOfHtmlAndOfUnknownNamespaces() {
        assertThat(item("<item><title>T<b>bold</b> end").title()).isEqualTo("Tbold end");
        assertThat(item("<item><title>T<q:link xmlns:q='u'>x</q:link>").title()).isEqualTo("T x");
    }

    @Test
    void proseMayContainATitleAndALinkButNoGuidAndNoItem() {
        Item item = item("<item><description>D <title>no</title><link>no</link><guid>7<pubDate>2 Mar 2026");

        assertThat(item.title()).isNull();
        assertThat(item.summary()).startsWith("D");
        assertThat(item.id()).isEqualTo("7");
        assertThat(item.published()).isEqualTo("2026-03-02");
        assertThat(item("<item><description>D<item><title>U").summary()).isEqualTo("D");
    }

    @Test
    void anImageHasATitleOfItsOwnButNoItem() {
        FeedDocument feed = parse("<rss><channel><title>F</title><image><title>I</title><item><title>T</title></item>");

        assertThat(feed.title()).isEqualTo("F");
        assertThat(feed.items()).extracting(Item::title).containsExactly("T");
    }

    @Test
    void anAtomLinkHasNoContent() {
        FeedDocument feed =
                parse("<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='https://quay.example/1'>"
                        + "<author><name>Ada</name></author><id>7</id><title>T</title>");

        assertThat(feed.items()).singleElement().satisfies(item -> {
            assertThat(item.url()).isEqualTo("https://quay.example/1");
            assertThat(item.authors()).containsExactly("Ada");
            assertThat(item.id()).isEqualTo("7");
        });
    }

    private static Item item(String items) {
        return parse("<rss><channel>" + items).items().get(0);
    }

    private static FeedDocument parse(String xml) {
        return FeedParser.parse(xml.getBytes(java.nio.charset.StandardCharsets.UTF_8), null)
                .fold(feed -> feed, reason -> {
                    throw new AssertionError(reason);
                });
    }
}
