package io.copydesk.ingest.sitemap;

import io.copydesk.ingest.feed.FeedParser;
import io.copydesk.ingest.feed.FeedResult;
import io.copydesk.ingest.link.UrlKey;
import io.copydesk.ingest.sitemap.SitemapDocument.Entry;
import io.copydesk.ingest.sitemap.SitemapDocument.Kind;
import io.copydesk.ingest.sitemap.SitemapResult.NotASitemap;
import io.copydesk.ingest.sitemap.SitemapResult.Parsed;
import io.copydesk.ingest.xml.XmlBytes;
import java.util.List;
import java.util.Objects;

/**
 * Reads sitemaps, gzip or not. Entries whose URL cannot be followed are left out, broken XML is read as far as it goes. Pure, safe
 * for any thread, never throws.
 *
 * @see <a href="https://www.sitemaps.org/protocol.html">sitemaps.org</a>
 */
public final class SitemapParser {

    /** The protocol's limit: 50 MiB, uncompressed. */
    public static final int MAX_BYTES = 50 * 1024 * 1024;

    /** The protocol's limit. */
    static final int MAX_ENTRIES = 50_000;

    private SitemapParser() {}

    /**
     * Reads a sitemap.
     *
     * @param url where it was fetched from, which relative links are resolved against; may be {@code null}
     */
    public static SitemapResult parse(byte[] bytes, String url) {
        byte[] plain = XmlBytes.unpacked(bytes, MAX_BYTES);
        if (plain.length > MAX_BYTES) {
            return new NotASitemap("The document is larger than " + MAX_BYTES + " bytes");
        }
        String text = XmlBytes.decode(plain, null);
        SitemapDocument xml = XmlSitemap.read(text, url);
        if (xml != null) {
            return new Parsed(xml);
        }
        if (FeedParser.parse(plain, url) instanceof FeedResult.Parsed feed) {
            return new Parsed(new SitemapDocument(Kind.FEED, entries(feed)));
        }
        List<Entry> lines = lines(text);
        return lines.isEmpty()
                ? new NotASitemap("The document is no sitemap, no feed and no list of URLs")
                : new Parsed(new SitemapDocument(Kind.TEXT, lines));
    }

    private static List<Entry> entries(FeedResult.Parsed feed) {
        return feed.document().items().stream()
                .filter(item -> item.url() != null)
                .map(item -> new Entry(item.url(), item.updated(), item.title(), item.published(), null))
                .toList();
    }

    /**
     * Every line of a text sitemap is an absolute URL; the first that is none ends the reading of what may be
     * anything.
     */
    private static List<Entry> lines(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> UrlKey.of(line.replace("\ufeff", "")) instanceof UrlKey.Key key ? key.url() : null)
                .takeWhile(Objects::nonNull)
                .limit(MAX_ENTRIES)
                .map(address -> new Entry(address, null, null, null, null))
                .toList();
    }
}
