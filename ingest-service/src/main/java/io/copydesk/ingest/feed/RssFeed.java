package io.copydesk.ingest.feed;

import io.copydesk.ingest.feed.FeedDocument.Item;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * RSS 0.9x, 1.0 (RDF, items beside the channel) and 2.0 (items in it), with the Dublin Core and Atom elements common
 * in them.
 */
final class RssFeed {

    private RssFeed() {}

    static FeedDocument read(Element root, String url) {
        Element channel = root.children().stream()
                .filter(child -> child.normalName().equals("channel"))
                .findFirst()
                .orElse(root);
        String site = FeedText.child(channel, "link");
        String base = url != null ? url : site;
        List<Item> items = new ArrayList<>();
        readItems(channel, base, items);
        if (root != channel) {
            readItems(root, base, items);
        }
        String language = FeedText.child(channel, "language", "dc:language");
        return new FeedDocument(
                FeedText.childOfHtml(channel, "title", "dc:title"),
                language != null ? language : FeedText.blankToNull(root.attr("xml:lang")),
                items);
    }

    private static void readItems(Element parent, String base, List<Item> items) {
        for (Element child : parent.children()) {
            if (child.normalName().equals("item") && items.size() < FeedParser.MAX_ITEMS) {
                Item item = item(child, base);
                if (item.id() != null || item.title() != null) {
                    items.add(item);
                }
            }
        }
    }

    private static Item item(Element item, String base) {
        String guid = FeedText.child(item, "guid");
        String url = url(item, base, guid);
        String id = guid != null ? guid : FeedText.blankToNull(item.attr("rdf:about"));
        return new Item(
                id != null ? id : url,
                url,
                FeedText.childOfHtml(item, "title", "dc:title", "media:title"),
                FeedText.date(FeedText.child(item, "pubdate", "dc:date", "published", "atom:published", "date")),
                FeedText.date(FeedText.child(item, "atom:updated", "updated", "dcterms:modified", "a10:updated")),
                authors(item),
                FeedText.childOfHtml(item, "description", "summary", "itunes:summary", "media:description"));
    }

    /** The link; where it is missing, an Atom link or a guid that says it is one. */
    private static String url(Element item, String base, String guid) {
        String link = FeedText.url(base, FeedText.child(item, "link"));
        for (Element child : item.children()) {
            boolean linked =
                    child.normalName().equals("link") || child.normalName().equals("atom:link");
            boolean page = child.attr("rel").isEmpty() || child.attr("rel").equals("alternate");
            if (link == null && linked && page && child.hasAttr("href")) {
                link = FeedText.url(base, child.attr("href"));
            }
            boolean permanent = child.normalName().equals("guid")
                    && !child.attr("ispermalink").equals("false");
            if (link == null && permanent) {
                link = FeedText.url(null, guid);
            }
        }
        return link;
    }

    private static List<String> authors(Element item) {
        Set<String> names = new LinkedHashSet<>();
        for (String element : List.of("dc:creator", "author", "itunes:author")) {
            for (Element child : item.children()) {
                String name = child.normalName().equals(element) ? name(child) : null;
                if (name != null) {
                    names.add(name);
                }
            }
            if (!names.isEmpty()) {
                break;
            }
        }
        return List.copyOf(names);
    }

    /** The name of {@code desk@harbour.example (Ada Lind)}; an address alone is no name. */
    private static String name(Element author) {
        String nested = FeedText.child(author, "name");
        String text = nested != null ? nested : FeedText.plain(author.text());
        if (text == null || text.indexOf('@') < 0) {
            return FeedText.blankToNull(text);
        }
        int open = text.indexOf('(');
        int close = text.lastIndexOf(')');
        return open >= 0 && close > open ? FeedText.blankToNull(text.substring(open + 1, close)) : null;
    }
}
