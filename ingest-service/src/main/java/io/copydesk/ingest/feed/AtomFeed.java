package io.copydesk.ingest.feed;

import io.copydesk.ingest.feed.FeedDocument.Item;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** Atom 1.0 (RFC 4287) and the element names of 0.3. */
final class AtomFeed {

    private AtomFeed() {}

    static FeedDocument read(Element feed, String url) {
        String base = base(feed, url != null ? url : link(feed, null));
        List<String> authors = authors(feed);
        List<Item> items = new ArrayList<>();
        for (Element child : feed.children()) {
            if (local(child).equals("entry") && items.size() < FeedParser.MAX_ITEMS) {
                items.add(item(child, base(child, base), authors));
            }
        }
        return new FeedDocument(text(feed, "title"), FeedText.blankToNull(feed.attr("xml:lang")), items);
    }

    private static Item item(Element entry, String base, List<String> feedAuthors) {
        String url = link(entry, base);
        String id = FeedText.child(entry, "id", "atom:id");
        List<String> authors = authors(entry);
        String summary = text(entry, "summary");
        return new Item(
                id != null ? id : url,
                url,
                text(entry, "title"),
                FeedText.date(FeedText.child(entry, "published", "atom:published", "issued", "created")),
                FeedText.date(FeedText.child(entry, "updated", "atom:updated", "modified")),
                authors.isEmpty() ? feedAuthors : authors,
                summary != null ? summary : text(entry, "subtitle"));
    }

    private static String base(Element element, String outer) {
        String declared = FeedText.url(outer, FeedText.blankToNull(element.attr("xml:base")));
        return declared != null ? declared : outer;
    }

    /** The page that this is about: the link without relation or with {@code alternate}, an HTML one first. */
    private static String link(Element parent, String base) {
        String found = null;
        for (Element child : parent.children()) {
            String relation = child.attr("rel");
            boolean alternate = relation.isEmpty() || relation.equals("alternate");
            if (local(child).equals("link") && alternate) {
                String url = FeedText.url(base, child.hasAttr("href") ? child.attr("href") : child.text());
                boolean html =
                        child.attr("type").isEmpty() || child.attr("type").contains("html");
                if (url != null && (found == null || html)) {
                    found = url;
                }
                if (found != null && html) {
                    break;
                }
            }
        }
        return found;
    }

    /** A text construct (RFC 4287 §3.1): plain unless it says that it is HTML. */
    private static String text(Element parent, String name) {
        for (Element child : parent.children()) {
            if (local(child).equals(name) && !child.text().isBlank()) {
                boolean html = child.attr("type").contains("html")
                        && !child.attr("type").contains("xhtml");
                return html ? FeedText.plain(child.text()) : child.text().strip();
            }
        }
        return null;
    }

    private static List<String> authors(Element parent) {
        return parent.children().stream()
                .filter(child -> local(child).equals("author"))
                .map(author -> FeedText.child(author, "name", "atom:name"))
                .filter(name -> name != null)
                .distinct()
                .toList();
    }

    private static String local(Element element) {
        String name = element.normalName();
        return name.startsWith("atom:") ? name.substring(5) : name;
    }
}
