package io.copydesk.ingest.sitemap;

import io.copydesk.ingest.feed.FeedDate;
import io.copydesk.ingest.link.UrlKey;
import io.copydesk.ingest.sitemap.SitemapDocument.Entry;
import io.copydesk.ingest.sitemap.SitemapDocument.Kind;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/**
 * XML sitemaps and indexes, read entry by entry so that the largest allowed one needs little memory. They are UTF-8
 * by the protocol.
 */
final class XmlSitemap {

    private static final int MAX_DEPTH = 100;

    private XmlSitemap() {}

    /** {@code null} when the document has no entry of a sitemap and no root of one. */
    static SitemapDocument read(byte[] bytes, String url) {
        Parser xml = Parser.xmlParser().settings(ParseSettings.htmlDefault).setMaxDepth(MAX_DEPTH);
        List<Entry> entries = new ArrayList<>();
        Kind kind = null;
        try (StreamParser parser = new StreamParser(xml)
                .parse(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8), "")) {
            Iterator<Element> elements = parser.iterator();
            while (elements.hasNext() && entries.size() < SitemapParser.MAX_ENTRIES) {
                Element element = elements.next();
                String name = local(element);
                Element parent = element.parent();
                boolean inRoot = parent != null && kindOf(local(parent)) != null;
                if (inRoot && (name.equals("url") || name.equals("sitemap"))) {
                    kind = kindOf(local(parent));
                    add(element, url, entries);
                    element.remove();
                } else if (kind == null) {
                    kind = kindOf(name);
                }
            }
        } catch (RuntimeException unreadable) {
            return null;
        }
        return kind == null ? null : new SitemapDocument(kind, entries);
    }

    private static void add(Element element, String base, List<Entry> entries) {
        String location = text(element, "loc");
        if (location == null || !(UrlKey.resolve(base, location) instanceof UrlKey.Key key)) {
            return;
        }
        Element news = child(element, "news");
        entries.add(new Entry(
                key.url(),
                FeedDate.parse(text(element, "lastmod")).orElse(null),
                news == null ? null : text(news, "title"),
                news == null
                        ? null
                        : FeedDate.parse(text(news, "publication_date")).orElse(null)));
    }

    private static Kind kindOf(String name) {
        return switch (name) {
            case "urlset" -> Kind.URLSET;
            case "sitemapindex" -> Kind.INDEX;
            default -> null;
        };
    }

    private static String text(Element parent, String name) {
        Element child = child(parent, name);
        return child == null || child.text().isBlank() ? null : child.text().strip();
    }

    private static Element child(Element parent, String name) {
        return parent.children().stream()
                .filter(child -> local(child).equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The name without its namespace prefix. */
    private static String local(Element element) {
        String name = element.normalName();
        return name.substring(name.indexOf(':') + 1);
    }
}
