package io.copydesk.ingest.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.discovery.Discovery;
import io.copydesk.ingest.discovery.FeedCandidate;
import io.copydesk.ingest.feed.FeedParser;
import io.copydesk.ingest.link.UrlKey;
import io.copydesk.ingest.opml.Opml;
import io.copydesk.ingest.opml.OpmlEntry;
import io.copydesk.ingest.opml.OpmlResult;
import io.copydesk.ingest.xml.Xml;
import io.copydesk.ingest.xml.XmlBytes;
import io.copydesk.ingest.xml.XmlElement;
import io.copydesk.ingest.xml.XmlVocabulary;
import io.copydesk.schemas.fuzz.Fuzz;
import io.copydesk.schemas.fuzz.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class XmlFuzzTest {

    private static final Instant CREATED = Instant.parse("2026-03-02T08:00:00Z");

    private static final List<byte[]> MARKUP =
            Fuzz.texts("""
            <?xml version="1.0" encoding="ISO-8859-1"?><!DOCTYPE r [<!ENTITY e "x">]><r xmlns="http://purl.org/rss/1.0/"
            xmlns:dc='http://purl.org/dc/elements/1.1/'><!-- c --><dc:a b="1 &lt; 2" c='x' d=e f>t &amp; &#x41;&eacute;
            <![CDATA[<raw> & ]]></dc:a><b/><c><d>1<e>2</c></r>
            """, "<a><b x=\"y><c>1 < 2 & 3</b></a >", "<a:b xmlns:a='u'><a:c xml:base='/x'/></a:b>");

    private static final List<byte[]> LISTS = Fuzz.texts("""
            <?xml version="1.0"?><opml version="2.0"><head><title>T</title></head><body><outline text="Ports &amp; quays">
            <outline text="A" title="B" xmlUrl="https://a.example/?x=1&amp;y=2"/><outline title="C/D">
            <outline xmlurl="http://b.example/rss" text="ä&quot;"/></outline></outline>
            <outline text="E" category="/F/G,/H" xmlUrl="https://c.example/"/></body></opml>
            """);

    private static final List<byte[]> PAGES = Fuzz.texts("""
            <!doctype html><html><head><base href="/x/"><link rel="alternate" type="application/rss+xml" title="News" href="feed">
            <link rel="alternate" type="application/json" href="/wp-json/"></head><body><a href="feed://quay.example/a.rss">Ä</a>
            <a href="/sport/rss.xml" title="Sport">RSS</a><a href="/comments/feed">Comments</a></body></html>
            """);

    @Test
    void xmlIsABoundedTreeOfAllowedCharacters() {
        List<byte[]> seeds = new ArrayList<>(MARKUP);
        seeds.addAll(Fuzz.files(FeedParser.class, "corpus").stream()
                .filter(bytes -> bytes.length < 4_000)
                .toList());
        new Fuzz("xml", getClass(), seeds).rounds(1_000, bytes -> {
            String text = XmlBytes.decode(bytes, null);
            XmlElement document = Xml.parse(text, XmlVocabulary.NONE);
            assertThat(document.text().length()).isLessThanOrEqualTo(text.length());
            element(document, 0);
        });
    }

    @Test
    void aWrittenSubscriptionListIsReadAsItIs() {
        new Fuzz("opml", getClass(), LISTS).rounds(1_000, bytes -> {
            List<OpmlEntry> entries = entries(bytes);
            for (OpmlEntry entry : entries) {
                assertThat(UrlKey.of(entry.url()).fold(UrlKey.Key::url, reason -> reason))
                        .isEqualTo(entry.url());
                Texts.wellFormed(entry.title());
                Texts.wellFormed(entry.category());
            }
            byte[] written = Opml.write(entries, "Subscriptions", CREATED);
            assertThat(entries(written)).containsExactlyInAnyOrderElementsOf(entries);
        });
    }

    @Test
    void candidatesOfAPageAreWebAddresses() {
        new Fuzz("pages", getClass(), PAGES).rounds(300, bytes -> {
            String url = bytes.length % 3 == 0 ? null : "https://harbour.example/a/";
            for (FeedCandidate candidate : Discovery.feedsOf(bytes, url)) {
                assertThat(UrlKey.of(candidate.url()).fold(UrlKey.Key::url, reason -> reason))
                        .isEqualTo(candidate.url());
                Texts.wellFormed(candidate.title());
            }
        });
    }

    private static void element(XmlElement element, int depth) {
        assertThat(depth).isLessThanOrEqualTo(101);
        for (Object part : element.content()) {
            if (part instanceof XmlElement child) {
                assertThat(child.local()).isEqualTo(child.local().replaceAll("[\\x00-\\x20<>&A-Z]", ""));
                element(child, depth + 1);
            } else {
                String text = (String) part;
                Texts.wellFormed(text);
                assertThat(text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' || c >= 0xfffe))
                        .isTrue();
            }
        }
    }

    private static List<OpmlEntry> entries(byte[] bytes) {
        return Opml.read(bytes).fold(OpmlResult.Parsed::entries, reason -> List.of());
    }
}
