package io.copydesk.ingest.sitemap;

import io.copydesk.ingest.feed.FeedDate;
import io.copydesk.ingest.link.UrlKey;
import io.copydesk.ingest.sitemap.SitemapDocument.Entry;
import io.copydesk.ingest.sitemap.SitemapDocument.Kind;
import io.copydesk.ingest.xml.Namespace;
import io.copydesk.ingest.xml.Nesting;
import io.copydesk.ingest.xml.Xml;
import io.copydesk.ingest.xml.XmlElement;
import io.copydesk.ingest.xml.XmlVocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** XML sitemaps and sitemap indexes with the news extension, read entry by entry so that the largest allowed one needs little memory. */
final class XmlSitemap {

    private static final Namespace NAMESPACE = new Namespace(
            "",
            List.of("sitemap", "sm", "s", "smap"),
            List.of(
                    "www.sitemaps.org/schemas/sitemap/0.9",
                    "www.sitemaps.org/schemas/sitemap/0.84",
                    "www.google.com/schemas/sitemap/0.84",
                    "www.google.com/schemas/sitemap/0.9",
                    "www.google.com/schemas/sitemap/0.90"));

    /** An entry ends where the next starts. */
    private static final Nesting NESTING =
            (open, start) -> isEntry(start) && !isRoot(open) && start.space().isEmpty();

    private static final XmlVocabulary VOCABULARY =
            new XmlVocabulary(List.of(NAMESPACE), Map.of("urlset", "", "sitemapindex", ""), NESTING);

    /** White space and controls: a value is one line. */
    private static final Pattern GAPS = Pattern.compile("[\\s\\p{Cc}]+");

    private final @Nullable String base;
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable Kind kind;

    private XmlSitemap(@Nullable String base) {
        this.base = base;
    }

    /** The sitemap, {@code null} when the document has neither an entry nor a root element of one. */
    static @Nullable SitemapDocument read(String text, @Nullable String url) {
        XmlSitemap sitemap = new XmlSitemap(url);
        XmlElement document = Xml.parse(text, VOCABULARY, sitemap::take);
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
            return false; // the url of an RSS image
        }
        kind = element.local().equals("url") ? Kind.URLSET : Kind.INDEX;
        if (entries.size() < SitemapParser.MAX_ENTRIES && UrlKey.resolve(base, location) instanceof UrlKey.Key key) {
            entries.add(entry(element, key.url()));
        }
        return true;
    }

    private static Entry entry(XmlElement element, String url) {
        XmlElement news = child(element, "news");
        String declared = text(child(news, "publication"), "language");
        String language = declared != null ? declared : text(news, "language");
        return new Entry(
                url,
                date(element, "lastmod", language),
                text(news, "title"),
                date(news, "publication_date", language),
                language);
    }

    private static boolean isEntry(XmlElement element) {
        return element.local().equals("url") || element.local().equals("sitemap");
    }

    private static boolean isRoot(XmlElement element) {
        return element.local().equals("urlset") || element.local().equals("sitemapindex");
    }

    private static @Nullable String date(@Nullable XmlElement parent, String name, @Nullable String language) {
        return FeedDate.parse(text(parent, name), language).orElse(null);
    }

    private static @Nullable String text(@Nullable XmlElement parent, String name) {
        XmlElement child = child(parent, name);
        String text =
                child == null ? "" : GAPS.matcher(child.text()).replaceAll(" ").strip();
        return text.isEmpty() ? null : text;
    }

    private static @Nullable XmlElement child(@Nullable XmlElement parent, String name) {
        return parent == null
                ? null
                : parent.children().stream()
                        .filter(child -> child.local().equals(name))
                        .findFirst()
                        .orElse(null);
    }
}
