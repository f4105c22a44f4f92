package io.copydesk.ingest.feed;

import io.copydesk.ingest.feed.FeedDocument.Hints;
import io.copydesk.ingest.feed.FeedDocument.Item;
import io.copydesk.ingest.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * RSS 0.9x, 1.0 (RDF, items beside the channel), 2.0 (items in it) and CDF, with the elements of Dublin Core, Atom,
 * iTunes and Media RSS common in them.
 */
final class RssFeed {

    /** What items are looked for in. */
    private static final Set<String> AROUND_ITEMS = Set.of("rss", "rdf", "channel", "items");

    private final String url;
    private final List<Item> items = new ArrayList<>();
    private String site;

    private RssFeed(String url) {
        this.url = url;
    }

    /**
     * Reads a feed.
     *
     * @param document what holds the root; items may stand beside it
     */
    static FeedDocument read(XmlElement document, String url) {
        return new RssFeed(url).read(document);
    }

    /** Whether this tells a channel or an item of RSS from what else has the name. */
    static boolean isKnown(XmlElement child) {
        return switch (child.local()) {
            case "item", "title", "link", "description", "guid", "pubdate" -> true;
            default -> false;
        };
    }

    private FeedDocument read(XmlElement document) {
        XmlElement root = root(document);
        XmlElement channel = root.local().equals("channel") ? root : channel(root);
        Fields fields = Fields.ofRss(channel);
        String base = FeedLinks.base(channel, FeedLinks.base(root, url));
        Hints hints = hints(fields, channel, base);
        site = hints.siteLink() != null ? hints.siteLink() : hints.selfLink();
        readItems(document, null, 0);
        String language = FeedText.first(
                fields.text("language", "dc:language"),
                FeedText.line(channel.attribute("xml:lang")),
                FeedText.line(root.attribute("xml:lang")));
        return new FeedDocument(fields.html("title", "dc:title", "atom:title"), language, items, hints);
    }

    private static XmlElement root(XmlElement document) {
        return document.children().stream()
                .filter(child -> AROUND_ITEMS.contains(child.local()))
                .findFirst()
                .orElse(document);
    }

    private static XmlElement channel(XmlElement root) {
        return root.children().stream()
                .filter(child -> child.local().equals("channel"))
                .findFirst()
                .orElse(root);
    }

    private static Hints hints(Fields fields, XmlElement channel, String base) {
        List<XmlElement> atom = fields.all("atom:link");
        String link = FeedLinks.page(fields.all("link"), base);
        return FeedRhythm.hints(
                fields,
                FeedText.first(link, FeedLinks.page(atom, base), FeedText.absolute(channel.attribute("href"))),
                FeedLinks.related(atom, "self", base),
                FeedLinks.related(atom, "hub", base));
    }

    /** Reads the items in {@code parent}; {@code declared} is the {@code xml:base} in force. */
    private void readItems(XmlElement parent, String declared, int depth) {
        for (XmlElement child : parent.children()) {
            if (items.size() >= FeedParser.MAX_ITEMS) {
                return;
            }
            boolean own = child.space().isEmpty() || child.space().equals("rdf");
            boolean based = declared != null || child.attribute("xml:base") != null;
            String base = based ? FeedLinks.base(child, declared != null ? declared : url) : null;
            if (own && child.local().equals("item")) {
                Fields fields = Fields.ofRss(child);
                if (!fields.isEmpty() || child.hasAttributes()) {
                    items.add(item(child, fields, base));
                }
            } else if (own && depth < 4 && AROUND_ITEMS.contains(child.local())) {
                readItems(child, base, depth + 1);
            }
        }
    }

    private Item item(XmlElement item, Fields fields, String declared) {
        String address = url(item, fields, declared != null ? declared : site != null ? site : url);
        String title = fields.html("title", "dc:title", "atom:title", "media:title");
        String published = fields.date(
                "pubdate",
                "dc:date",
                "atom:published",
                "published",
                "dcterms:issued",
                "dcterms:created",
                "date",
                "prism:publicationdate",
                "atom:issued");
        String updated = fields.date("atom:updated", "updated", "dcterms:modified", "atom:modified", "dc:date");
        String summary = summary(fields);
        String id = FeedText.first(
                fields.text("guid", "atom:id"),
                FeedText.line(item.attribute("rdf:about")),
                fields.text("dc:identifier", "id"));
        return new Item(
                FeedText.first(id, address, FeedText.digest(title, published, summary)),
                address,
                title,
                FeedText.first(published, FeedText.date(item.attribute("lastmod"))),
                updated,
                FeedAuthors.ofRss(fields),
                summary);
    }

    private static String summary(Fields fields) {
        String summary = fields.html(
                "description",
                "summary",
                "atom:summary",
                "itunes:summary",
                "dc:description",
                "abstract",
                "media:description",
                "content:encoded",
                "xhtml:body",
                "body",
                "atom:content",
                "content",
                "itunes:subtitle");
        XmlElement group = summary == null ? fields.child("media:group") : null;
        return group == null ? summary : Fields.ofRss(group).html("media:description");
    }

    /** The page itself rather than the counter before it; the link; else what else leads to a page. */
    private static String url(XmlElement item, Fields fields, String base) {
        String page = Stream.of(fields.text("feedburner:origlink"), fields.text("pheedo:origlink"))
                .map(FeedText::absolute)
                .filter(each -> each != null)
                .findFirst()
                .orElse(null);
        if (page == null) {
            page = FeedLinks.page(fields.all("link"), base);
        }
        if (page == null) {
            page = FeedLinks.page(fields.all("atom:link"), base);
        }
        return page != null ? page : substitute(item, fields, base);
    }

    private static String substitute(XmlElement item, Fields fields, String base) {
        XmlElement guid = fields.child("guid");
        String permanent = guid == null ? null : guid.attribute("ispermalink");
        boolean address =
                guid != null && (permanent == null || !permanent.strip().equalsIgnoreCase("false"));
        XmlElement enclosure = fields.child("enclosure");
        String file =
                enclosure == null ? null : FeedText.first(enclosure.attribute("url"), enclosure.attribute("href"));
        XmlElement within = enclosure == null ? null : Fields.ofRss(enclosure).child("link");
        return FeedText.first(
                address ? FeedText.absolute(guid.text()) : null,
                FeedText.absolute(item.attribute("rdf:about")),
                item.attribute("href") == null ? null : FeedText.url(base, item.attribute("href")),
                within == null ? null : FeedText.url(base, within.text()),
                file == null || file.isBlank() ? null : FeedText.url(base, file));
    }
}
