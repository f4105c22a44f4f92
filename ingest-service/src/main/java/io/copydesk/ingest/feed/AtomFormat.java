package io.copydesk.ingest.feed;

import static io.copydesk.ingest.feed.FeedMarkup.Role.AFTER_PROSE;
import static io.copydesk.ingest.feed.FeedMarkup.Role.ITEM;
import static io.copydesk.ingest.feed.FeedMarkup.Role.PERSON;
import static io.copydesk.ingest.feed.FeedMarkup.Role.PROSE;
import static io.copydesk.ingest.feed.FeedMarkup.Role.VALUE;

import io.copydesk.ingest.xml.Namespace;
import io.copydesk.ingest.xml.XmlElement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Atom 1.0 (RFC 4287) and 0.3: finds the entries; {@link AtomAdapter} reads them. */
final class AtomFormat implements XmlFormat {

    /** The short name of Atom's namespace. */
    static final String SPACE = "atom";

    private static final Namespace NAMESPACE = new Namespace(
            SPACE,
            List.of(SPACE, "a10", "atom10", "atom03", "a", "atom1"),
            List.of(
                    "www.w3.org/2005/atom",
                    "www.w3.org/2005/atom10",
                    "purl.org/atom/ns",
                    "purl.org/atom",
                    "purl.org/echo",
                    "purl.org/pie"));

    private static final FeedMarkup MARKUP = FeedMarkup.of(NAMESPACE, "feed")
            .with(ITEM, "entry")
            .with(VALUE, "title", "link", "id", "published", "updated", "issued", "modified", "category", "generator")
            .with(PROSE, "summary", "content")
            .with(AFTER_PROSE, "published", "updated")
            .with(PERSON, "author");

    @Override
    public FeedMarkup markup() {
        return MARKUP;
    }

    @Override
    public boolean isRoot(XmlElement element) {
        boolean own = element.space().equals(SPACE);
        return own && element.local().equals("entry")
                || (own || element.space().isEmpty()) && element.local().equals("feed");
    }

    @Override
    public FeedDocument read(XmlElement parent, XmlElement root, @Nullable String url) {
        // RFC 4287 §2: a document of one entry is an Atom document, too.
        List<XmlElement> entries = root.local().equals("entry")
                ? List.of(root)
                : Fields.of(root, SPACE).all("entry");
        return new AtomAdapter(root, url).document(entries);
    }
}
