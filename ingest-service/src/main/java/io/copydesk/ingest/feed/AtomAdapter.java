package io.copydesk.ingest.feed;

import io.copydesk.ingest.feed.FeedDocument.Item;
import io.copydesk.ingest.xml.XmlElement;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From Atom's feed and entries to the model. One instance per feed. */
final class AtomAdapter {

    private final XmlElement feed;
    private final Fields fields;
    private final @Nullable String feedBase;
    private final @Nullable String site;
    private final @Nullable String self;
    private final @Nullable String language;
    private final List<String> feedAuthors;

    /**
     * An adapter.
     *
     * @param feed the root element
     * @param url where it was fetched from, {@code null} when unknown
     */
    AtomAdapter(XmlElement feed, @Nullable String url) {
        this.feed = feed;
        fields = Fields.of(feed, AtomFormat.SPACE);
        feedBase = FeedLinks.base(feed, url);
        site = FeedLinks.page(fields.all("link"), feedBase);
        self = FeedLinks.related(fields.all("link"), "self", feedBase);
        language = FeedText.language(
                FeedText.first(FeedText.line(feed.attribute("xml:lang")), fields.text("dc:language", "language")));
        feedAuthors = FeedAuthors.persons(fields, "author");
    }

    FeedDocument document(List<XmlElement> entries) {
        String hub = FeedLinks.related(fields.all("link"), "hub", feedBase);
        List<Item> items =
                entries.stream().limit(FeedParser.MAX_ITEMS).map(this::item).toList();
        return new FeedDocument(
                AtomText.of(fields, "title"), language, items, FeedRhythm.hints(fields, site, self, hub));
    }

    private Item item(XmlElement element) {
        String own = FeedText.first(FeedText.line(element.attribute("xml:lang")), language);
        Fields entry = Fields.of(element, AtomFormat.SPACE).in(own);
        String url = url(entry, FeedLinks.base(element, FeedText.first(feedBase, self, site)));
        String title = FeedText.first(AtomText.of(entry, "title"), entry.html("dc:title", "media:title"));
        String published = entry.date("published", "issued", "created", "dcterms:issued", "dcterms:created", "pubdate");
        String updated = entry.date("updated", "modified", "dcterms:modified", "dc:date");
        String summary = summary(entry);
        String id = FeedText.first(id(entry, FeedLinks.base(element, FeedLinks.base(feed, null))), url);
        return new Item(
                Objects.requireNonNullElseGet(
                        id, () -> FeedText.digest(title, FeedText.first(published, updated), summary)),
                url,
                title,
                published,
                updated,
                authors(entry),
                summary);
    }

    /** An id is absolute (RFC 4287 §4.2.6); one that is relative, in a feed that declares a base, is meant to be. */
    private static @Nullable String id(Fields entry, @Nullable String declaredBase) {
        String id = entry.text("id");
        return id == null || declaredBase == null || id.indexOf(':') >= 0
                ? id
                : FeedText.first(FeedText.url(declaredBase, id), id);
    }

    private static @Nullable String summary(Fields entry) {
        XmlElement group = entry.child("media:group");
        return FeedText.first(
                AtomText.of(entry, "summary"),
                AtomText.of(entry, "subtitle"),
                AtomText.of(entry, "content"),
                entry.html("dc:description", "description", "content:encoded", "itunes:summary", "media:description"),
                group == null ? null : Fields.of(group).html("media:description"));
    }

    private static @Nullable String url(Fields entry, @Nullable String base) {
        List<XmlElement> links = entry.all("link");
        XmlElement content = entry.child("content");
        return FeedText.first(
                FeedText.absolute(entry.text("feedburner:origlink", "pheedo:origlink")),
                FeedLinks.page(links, base),
                content == null ? null : FeedText.url(FeedLinks.base(content, base), content.attribute("src")),
                FeedText.absolute(entry.text("id")),
                FeedLinks.related(links, "related", base),
                FeedLinks.related(links, "self", base),
                FeedLinks.related(links, "enclosure", base));
    }

    /** An entry without author has those of the feed it was copied from, else of this one (RFC 4287 §4.2.1). */
    private List<String> authors(Fields entry) {
        XmlElement source = entry.child("source");
        List<List<String>> candidates = List.of(
                FeedAuthors.persons(entry, "author"),
                FeedAuthors.persons(entry, "dc:creator"),
                source == null ? List.of() : FeedAuthors.persons(Fields.of(source, AtomFormat.SPACE), "author"));
        return candidates.stream().filter(names -> !names.isEmpty()).findFirst().orElse(feedAuthors);
    }
}
