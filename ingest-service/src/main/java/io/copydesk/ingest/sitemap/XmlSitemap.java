package io.copydesk.ingest.sitemap;

import io.copydesk.ingest.feed.FeedDate;
import io.copydesk.ingest.link.UrlKey;
import io.copydesk.ingest.sitemap.SitemapDocument.Entry;
import io.copydesk.ingest.sitemap.SitemapDocument.Kind;
import io.copydesk.ingest.xml.Nesting;
import io.copydesk.ingest.xml.Xml;
import io.copydesk.ingest.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** XML sitemaps and indexes, read entry by entry so that the largest allowed one needs little memory. */
final class XmlSitemap {

    /** An entry ends where the next starts. */
    private static final Nesting NESTING =
            (open, start) -> isEntry(start) && !isRoot(open) && start.space().isEmpty();

    private final String base;
    private final List<Entry> entries = new ArrayList<>();
    private Kind kind;

    private XmlSitemap(String base) {
        this.base = base;
    }

    /** {@code null} when the document has no entry of a sitemap and no root of one. */
    static SitemapDocument read(String text, String url) {
        XmlSitemap sitemap = new XmlSitemap(url);
        XmlElement document = Xml.parse(text, NESTING, sitemap::take);
        document.children().forEach(sitemap::root);
        return sitemap.kind == null ? null : new SitemapDocument(sitemap.kind, sitemap.entries);
    }

    private void root(XmlElement element) {
        if (isRoot(element) && (kind == null || entries.isEmpty())) {
            kind = element.local().equals("urlset") ? Kind.URLSET : Kind.INDEX;
        }
    }

    private boolean take(XmlElement element) {
        if (!isEntry(element) || !element.space().isEmpty()) {
            return false;
        }
        String location = text(element, "loc");
        if (location == null || location.isBlank()) {
            return false; // RSS has a url as well
        }
        kind = element.local().equals("url") ? Kind.URLSET : Kind.INDEX;
        if (entries.size() < SitemapParser.MAX_ENTRIES && UrlKey.resolve(base, location) instanceof UrlKey.Key key) {
            entries.add(entry(element, key.url()));
        }
        return true;
    }

    private static Entry entry(XmlElement element, String url) {
        XmlElement news = child(element, "news");
        XmlElement publication = news == null ? null : child(news, "publication");
        String language = publication == null ? null : text(publication, "language");
        return new Entry(
                url,
                date(element, "lastmod"),
                news == null ? null : text(news, "title"),
                news == null ? null : date(news, "publication_date"),
                language != null || news == null ? language : text(news, "language"));
    }

    private static boolean isEntry(XmlElement element) {
        return element.local().equals("url") || element.local().equals("sitemap");
    }

    private static boolean isRoot(XmlElement element) {
        return element.local().equals("urlset") || element.local().equals("sitemapindex");
    }

    private static String date(XmlElement parent, String name) {
        return FeedDate.parse(text(parent, name)).orElse(null);
    }

    private static String text(XmlElement parent, String name) {
        XmlElement child = child(parent, name);
        String text = child == null ? "" : child.text().strip().replaceAll("\\s+", " ");
        return text.isEmpty() ? null : text;
    }

    private static XmlElement child(XmlElement parent, String name) {
        return parent.children().stream()
                .filter(child -> child.local().equals(name))
                .findFirst()
                .orElse(null);
    }
}
