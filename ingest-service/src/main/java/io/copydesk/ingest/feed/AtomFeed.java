package io.copydesk.ingest.feed;

import io.copydesk.ingest.feed.FeedDocument.Item;
import io.copydesk.ingest.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** Atom 1.0 (RFC 4287) and 0.3. */
final class AtomFeed {

    private final String base;
    private final List<String> authors;

    private AtomFeed(String base, List<String> authors) {
        this.base = base;
        this.authors = authors;
    }

    /**
     * Reads a feed, or a document of one entry.
     *
     * @param url where it was fetched from; may be {@code null}
     */
    static FeedDocument read(XmlElement feed, String url) {
        Fields fields = Fields.ofAtom(feed);
        List<XmlElement> links = fields.all("link");
        String base = FeedLinks.base(feed, url);
        String site = FeedLinks.page(links, base);
        String self = FeedLinks.related(links, "self", base);
        AtomFeed reader = new AtomFeed(FeedText.first(base, self, site), FeedAuthors.persons(fields, "author"));
        List<Item> items = new ArrayList<>();
        for (XmlElement entry : feed.local().equals("entry") ? List.of(feed) : fields.all("entry")) {
            if (items.size() < FeedParser.MAX_ITEMS) {
                items.add(reader.item(entry));
            }
        }
        String language =
                FeedText.first(FeedText.line(feed.attribute("xml:lang")), fields.text("dc:language", "language"));
        return new FeedDocument(
                AtomText.of(fields, "title"),
                language,
                items,
                FeedRhythm.hints(fields, site, self, FeedLinks.related(links, "hub", base)));
    }

    private Item item(XmlElement entry) {
        Fields fields = Fields.ofAtom(entry);
        String url = url(fields, FeedLinks.base(entry, base));
        String id = fields.text("id");
        String title = FeedText.first(AtomText.of(fields, "title"), fields.html("dc:title", "media:title"));
        String published =
                fields.date("published", "issued", "created", "dcterms:issued", "dcterms:created", "pubdate");
        String updated = fields.date("updated", "modified", "dcterms:modified", "dc:date");
        String summary = summary(fields);
        return new Item(
                FeedText.first(id, url, FeedText.digest(title, FeedText.first(published, updated), summary)),
                url,
                title,
                published,
                updated,
                authors(fields),
                summary);
    }

    private static String summary(Fields fields) {
        XmlElement group = fields.child("media:group");
        return FeedText.first(
                AtomText.of(fields, "summary"),
                AtomText.of(fields, "subtitle"),
                AtomText.of(fields, "content"),
                fields.html("dc:description", "description", "content:encoded", "itunes:summary", "media:description"),
                group == null ? null : Fields.ofRss(group).html("media:description"));
    }

    private static String url(Fields fields, String base) {
        List<XmlElement> links = fields.all("link");
        XmlElement content = fields.child("content");
        String source = content == null ? null : content.attribute("src");
        return FeedText.first(
                FeedText.absolute(fields.text("feedburner:origlink", "pheedo:origlink")),
                FeedLinks.page(links, base),
                source == null || source.isBlank() ? null : FeedText.url(FeedLinks.base(content, base), source),
                FeedText.absolute(fields.text("id")),
                FeedLinks.related(links, "related", base),
                FeedLinks.related(links, "self", base),
                FeedLinks.related(links, "enclosure", base));
    }

    /** An entry without author has those of the feed it was copied from, else of this one (RFC 4287 §4.2.1). */
    private List<String> authors(Fields fields) {
        List<String> own = FeedAuthors.persons(fields, "author");
        if (own.isEmpty()) {
            own = FeedAuthors.persons(fields, "dc:creator");
        }
        XmlElement source = own.isEmpty() ? fields.child("source") : null;
        if (source != null) {
            own = FeedAuthors.persons(Fields.ofAtom(source), "author");
        }
        return own.isEmpty() ? authors : own;
    }
}
