package io.copydesk.ingest.feed;

import io.copydesk.ingest.feed.FeedDocument.Hints;
import io.copydesk.ingest.xml.XmlElement;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * From the channel and the items of RSS to the model: the order of preference among the elements of RSS and those of Dublin Core, Atom,
 * iTunes and Media RSS that are mixed with them. One instance per feed.
 */
final class RssAdapter {

    /** An item and the {@code xml:base} in force within it, {@code null} without one. */
    record Item(XmlElement element, @Nullable String base) {}

    private final Fields channel;
    private final @Nullable String title;
    private final @Nullable String language;
    private final Hints hints;
    /** The base of links in items without {@code xml:base}. */
    private final @Nullable String base;

    RssAdapter(XmlElement root, XmlElement channel, @Nullable String url) {
        this.channel = Fields.of(channel);
        String channelBase = FeedLinks.base(channel, FeedLinks.base(root, url));
        hints = hints(channel, channelBase);
        base = FeedText.first(hints.siteLink(), hints.selfLink(), url);
        title = this.channel.html("title", "dc:title", "atom:title");
        language = FeedText.language(FeedText.first(
                this.channel.text("language", "dc:language"),
                FeedText.line(channel.attribute("xml:lang")),
                FeedText.line(root.attribute("xml:lang"))));
    }

    private Hints hints(XmlElement element, @Nullable String channelBase) {
        List<XmlElement> atom = channel.all("atom:link");
        return FeedRhythm.hints(
                channel,
                FeedText.first(
                        FeedLinks.page(channel.all("link"), channelBase),
                        FeedLinks.page(atom, channelBase),
                        FeedText.absolute(element.attribute("href"))),
                FeedLinks.related(atom, "self", channelBase),
                FeedLinks.related(atom, "hub", channelBase));
    }

    FeedDocument document(List<Item> items) {
        return new FeedDocument(title, language, items.stream().map(this::item).toList(), hints);
    }

    private FeedDocument.Item item(Item item) {
        XmlElement element = item.element();
        Fields fields = Fields.of(element).in(language);
        String url = url(element, fields, item.base() != null ? item.base() : base);
        String ownTitle = fields.html("title", "dc:title", "atom:title", "media:title");
        String itemTitle = ownTitle != null ? ownTitle : ofMedia(fields, "media:title");
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
        String summary = summary(fields);
        String id = FeedText.first(
                fields.text("guid", "atom:id"),
                FeedText.line(element.attribute("rdf:about")),
                fields.text("dc:identifier", "id"),
                url);
        return new FeedDocument.Item(
                Objects.requireNonNullElseGet(id, () -> FeedText.digest(itemTitle, published, summary)),
                url,
                itemTitle,
                published,
                FeedText.first(
                        fields.date("atom:updated", "updated", "dcterms:modified", "atom:modified", "dc:date"),
                        FeedText.date(element.attribute("lastmod"), language)),
                authors(fields),
                summary);
    }

    /** The authors in the first of these elements that names any. */
    private static List<String> authors(Fields item) {
        for (String name : List.of("dc:creator", "author", "atom:author", "itunes:author", "creator", "dc:author")) {
            List<String> names = FeedAuthors.persons(item, name);
            if (!names.isEmpty()) {
                return names;
            }
        }
        return List.of();
    }

    private static @Nullable String summary(Fields fields) {
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
        return summary != null ? summary : ofMedia(fields, "media:description");
    }

    /** What the group of an item's pictures and films says. */
    private static @Nullable String ofMedia(Fields fields, String name) {
        XmlElement group = fields.child("media:group");
        return group == null ? null : Fields.of(group).html(name);
    }

    /** The original address before a redirector's, then the link, or a permalink if the link is relative, then whatever else leads to a page. */
    private static @Nullable String url(XmlElement item, Fields fields, @Nullable String base) {
        String original = FeedText.first(
                FeedText.absolute(fields.text("feedburner:origlink")),
                FeedText.absolute(fields.text("pheedo:origlink")));
        if (original != null) {
            return original;
        }
        String written = fields.text("link");
        String permanent = permanent(fields);
        if (permanent != null && written != null && FeedText.absolute(written) == null) {
            return permanent; // surer than a relative link, which may be any word
        }
        String link =
                FeedText.first(FeedLinks.page(fields.all("link"), base), FeedLinks.page(fields.all("atom:link"), base));
        return link != null ? link : substitute(item, fields, base);
    }

    private static @Nullable String substitute(XmlElement item, Fields fields, @Nullable String base) {
        return FeedText.first(
                permanent(fields),
                FeedText.absolute(item.attribute("rdf:about")),
                FeedText.url(base, item.attribute("href")),
                fields.all("enclosure").stream()
                        .map(enclosure -> file(enclosure, base))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    /** The guid where it is an address that leads to the page. */
    private static @Nullable String permanent(Fields fields) {
        XmlElement guid = fields.child("guid");
        return guid == null || guid.isCut() || !isPermanent(guid) ? null : FeedText.absolute(guid.text());
    }

    private static @Nullable String file(XmlElement enclosure, @Nullable String base) {
        XmlElement within = Fields.of(enclosure).child("link");
        return FeedText.first(
                within == null ? null : FeedText.url(base, within.text()),
                FeedText.url(base, enclosure.attribute("url")),
                FeedText.url(base, enclosure.attribute("href")));
    }

    private static boolean isPermanent(XmlElement guid) {
        String declared = guid.attribute("ispermalink");
        return declared == null || !declared.strip().equalsIgnoreCase("false");
    }
}
