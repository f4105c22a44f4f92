package io.copydesk.ingest.sitemap;

import io.copydesk.ingest.feed.FeedDate;
import io.copydesk.ingest.link.UrlKey;
import io.copydesk.ingest.sitemap.SitemapDocument.Entry;
import io.copydesk.ingest.sitemap.SitemapDocument.Kind;
import io.copydesk.ingest.xml.Namespace;
import io.copydesk.ingest.xml.Nesting;
import io.copydesk.ingest.xml.References;
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

    private static final String LOCATION = "loc";

    private static final Namespace NAMESPACE = new Namespace(
            "",
            List.of("sitemap", "sm", "s", "smap"),
            List.of(
                    "www.sitemaps.org/schemas/sitemap/0.9",
                    "www.sitemaps.org/schemas/sitemap/0.84",
                    "www.google.com/schemas/sitemap/0.84",
                    "www.google.com/schemas/sitemap/0.9",
                    "www.google.com/schemas/sitemap/0.90"));

    /** An entry ends where the next starts, unless that is within an address that has no text yet. */
    private static final Nesting NESTING = (open, start) -> isEntry(start)
            && !isRoot(open)
            && start.space().isEmpty()
            && !(open.local().equals(LOCATION) && open.text().isBlank());

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
        boolean index = element.local().equals("sitemap");
        List<List<XmlElement>> parts = parts(element.children());
        if (index && !element.hasChildren() && !element.text().isBlank()) {
            parts = List.of(List.of(element)); // <sitemap>https://…</sitemap>
        } else if (parts.isEmpty()) {
            return false; // the url of an RSS image
        }
        kind = index ? Kind.INDEX : Kind.URLSET;
        parts.forEach(this::add);
        return true;
    }

    /** The parts of an entry with one address each, which comes first; usually one. What is before the first address belongs to it. */
    private static List<List<XmlElement>> parts(List<XmlElement> children) {
        List<List<XmlElement>> parts = new ArrayList<>();
        List<XmlElement> before = new ArrayList<>();
        boolean own = children.stream()
                .anyMatch(child -> isLocation(child) && child.space().isEmpty());
        for (XmlElement child : children) {
            if (isLocation(child) && (!own || child.space().isEmpty())) {
                parts.add(new ArrayList<>(List.of(child)));
                parts.get(parts.size() - 1).addAll(before);
                before.clear();
            } else {
                (parts.isEmpty() ? before : parts.get(parts.size() - 1)).add(child);
            }
        }
        return parts;
    }

    private static boolean isLocation(XmlElement element) {
        return element.local().equals(LOCATION) && !element.text().isBlank();
    }

    private void add(List<XmlElement> part) {
        String location = UrlKey.unbroken(part.get(0).text());
        if (location.startsWith("&") || part.get(0).isCut()) {
            return; // an entity that is not known, which would be a relative address, or half an address
        }
        if (entries.size() < SitemapParser.MAX_ENTRIES && UrlKey.resolve(base, location) instanceof UrlKey.Key key) {
            entries.add(entry(part, key.url()));
        }
    }

    private static Entry entry(List<XmlElement> part, String url) {
        List<XmlElement> news = childrenOf(part, "news");
        String declared = text(childrenOf(news, "publication"), "language");
        String language = declared != null ? declared : text(news, "language");
        return new Entry(
                url, date(part, "lastmod", language), title(news), date(news, "publication_date", language), language);
    }

    /** The title of a news article; many systems escape it once more than XML asks for. */
    private static @Nullable String title(List<XmlElement> news) {
        String title = text(news, "title");
        return title == null || title.indexOf('&') < 0 ? title : line(unescaped(title));
    }

    private static String unescaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == '&') {
                at = References.append(text, at, text.length(), true, out);
            } else {
                out.append(text.charAt(at++));
            }
        }
        return out.toString();
    }

    private static boolean isEntry(XmlElement element) {
        return element.local().equals("url") || element.local().equals("sitemap");
    }

    private static boolean isRoot(XmlElement element) {
        return element.local().equals("urlset") || element.local().equals("sitemapindex");
    }

    private static @Nullable String date(List<XmlElement> elements, String name, @Nullable String language) {
        return FeedDate.parse(text(elements, name), language).orElse(null);
    }

    private static @Nullable String text(List<XmlElement> elements, String name) {
        return elements.stream()
                .filter(element -> element.local().equals(name))
                .findFirst()
                .map(XmlSitemap::line)
                .orElse(null);
    }

    /** The children of the first element of that name. */
    private static List<XmlElement> childrenOf(List<XmlElement> elements, String name) {
        return elements.stream()
                .filter(element -> element.local().equals(name))
                .findFirst()
                .map(XmlElement::children)
                .orElse(List.of());
    }

    private static @Nullable String line(XmlElement element) {
        return line(element.text());
    }

    private static @Nullable String line(String written) {
        String text = GAPS.matcher(written).replaceAll(" ").strip();
        return text.isEmpty() ? null : text;
    }
}
