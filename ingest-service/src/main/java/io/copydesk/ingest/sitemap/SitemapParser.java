package io.copydesk.ingest.sitemap;

import io.copydesk.ingest.feed.FeedDocument;
import io.copydesk.ingest.feed.FeedParser;
import io.copydesk.ingest.link.UrlKey;
import io.copydesk.ingest.sitemap.SitemapDocument.Entry;
import io.copydesk.ingest.sitemap.SitemapDocument.Kind;
import io.copydesk.ingest.sitemap.SitemapResult.NotASitemap;
import io.copydesk.ingest.sitemap.SitemapResult.Parsed;
import io.copydesk.ingest.xml.XmlBytes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads sitemaps, compressed with gzip or not. Entries without a URL to a page on the web are dropped, broken XML is read up to where it
 * breaks. Pure, safe for any thread, never throws.
 *
 * @see <a href="https://www.sitemaps.org/protocol.html">sitemaps.org</a>
 */
public final class SitemapParser {

    /** The size limit of a sitemap, in bytes after decompression (sitemaps.org: 50 MiB). */
    public static final int MAX_BYTES = 50 * 1024 * 1024;

    /** The most entries of a sitemap (sitemaps.org); further ones are dropped. */
    static final int MAX_ENTRIES = 50_000;

    /** Lines above the first URL of a text sitemap, at most as many as URLs. */
    private static final int MAX_HEADING = 3;

    private SitemapParser() {}

    /**
     * Reads a sitemap.
     *
     * @param url where it was fetched from, the base of relative links; {@code null} when unknown
     */
    public static SitemapResult parse(byte[] bytes, @Nullable String url) {
        byte[] plain = XmlBytes.unpacked(bytes, MAX_BYTES);
        if (plain.length > MAX_BYTES) {
            return new NotASitemap("The document is larger than " + MAX_BYTES + " bytes");
        }
        String text = XmlBytes.decode(plain, null);
        SitemapDocument xml = XmlSitemap.read(text, url);
        return xml != null
                ? new Parsed(xml)
                : FeedParser.parse(plain, url)
                        .fold(feed -> new Parsed(new SitemapDocument(Kind.FEED, entries(feed))), reason -> lines(text));
    }

    private static List<Entry> entries(FeedDocument feed) {
        return feed.items().stream().flatMap(SitemapParser::entry).toList();
    }

    private static Stream<Entry> entry(FeedDocument.Item item) {
        String url = item.url();
        return url == null
                ? Stream.empty()
                : Stream.of(new Entry(url, item.updated(), item.title(), item.published(), null));
    }

    /**
     * Each line of a text sitemap is an absolute URL, below a few lines of heading. The first line after them that is not ends it: the document may
     * be any text.
     */
    private static SitemapResult lines(String text) {
        List<Optional<Entry>> lines = text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> UrlKey.of(line.replace("\ufeff", ""))
                        .fold(key -> Optional.of(Entry.of(key.url())), reason -> Optional.<Entry>empty()))
                .limit(MAX_ENTRIES + MAX_HEADING)
                .toList();
        int heading = (int) lines.stream().takeWhile(Optional::isEmpty).count();
        List<Entry> entries = lines.stream()
                .skip(heading)
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .limit(MAX_ENTRIES)
                .toList();
        return entries.size() < heading || heading > MAX_HEADING || entries.isEmpty()
                ? new NotASitemap("The document is not a sitemap, a feed or a list of URLs")
                : new Parsed(new SitemapDocument(Kind.TEXT, entries));
    }
}
