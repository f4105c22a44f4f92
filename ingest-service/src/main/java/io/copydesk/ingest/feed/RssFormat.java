package io.copydesk.ingest.feed;

import static io.copydesk.ingest.feed.FeedMarkup.Role.AFTER_PROSE;
import static io.copydesk.ingest.feed.FeedMarkup.Role.GROUP;
import static io.copydesk.ingest.feed.FeedMarkup.Role.ITEM;
import static io.copydesk.ingest.feed.FeedMarkup.Role.MODULE;
import static io.copydesk.ingest.feed.FeedMarkup.Role.PERSON;
import static io.copydesk.ingest.feed.FeedMarkup.Role.PROSE;
import static io.copydesk.ingest.feed.FeedMarkup.Role.VALUE;

import io.copydesk.ingest.xml.Namespace;
import io.copydesk.ingest.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * RSS 0.9x, 1.0 (RDF, items beside the channel), 2.0 (items in it) and CDF: finds the channel and the items; {@link RssAdapter} reads
 * them.
 *
 * @see <a href="https://www.rssboard.org/rss-specification">RSS 2.0</a>
 * @see <a href="https://web.resource.org/rss/1.0/spec">RSS 1.0</a>
 */
final class RssFormat implements XmlFormat {

    private static final Namespace NAMESPACE = new Namespace(
            "",
            List.of("rss", "rss1", "rss10", "rss20"),
            List.of(
                    "purl.org/rss/1.0",
                    "purl.org/rss/1.0/modules/rss091",
                    "purl.org/net/rss1.1",
                    "my.netscape.com/rdf/simple/0.9",
                    "channel.netscape.com/rdf/simple/0.9",
                    "my.netscape.com/publish/formats/rss-0.91.dtd",
                    "backend.userland.com/rss",
                    "backend.userland.com/rss2",
                    "backend.userland.com/rss091",
                    "backend.userland.com/rss092",
                    "blogs.law.harvard.edu/tech/rss",
                    "cyber.law.harvard.edu/rss/rss.html",
                    "cyber.law.harvard.edu/rss",
                    "www.rssboard.org/rss-specification",
                    "www.w3.org/standards/techs/cdf"));

    private static final FeedMarkup MARKUP = FeedMarkup.of(NAMESPACE, "rss", "rdf", "channel")
            .with(MODULE, "dc", "content")
            .with(ITEM, "item")
            .with(VALUE, "title", "link", "guid", "pubdate", "category", "comments", "language", "copyright", "ttl")
            .with(VALUE, "docs", "generator", "lastbuilddate", "webmaster", "managingeditor", "enclosure")
            .with(PROSE, "description", "encoded")
            .with(AFTER_PROSE, "guid", "pubdate", "lastbuilddate")
            .with(GROUP, "image", "textinput")
            .with(PERSON, "author");

    /** The elements that contain items. */
    private static final Set<String> CONTAINERS = Set.of("rss", "rdf", "channel", "items");

    /** The deepest container that is searched for items: {@code rdf/channel/items} and one to spare. */
    private static final int MAX_CONTAINER_DEPTH = 4;

    /** What the name of a channel or an item, which other XML has too, must contain to be one. */
    private static final Set<String> TYPICAL = Set.of("item", "title", "link", "description", "guid", "pubdate");

    @Override
    public FeedMarkup markup() {
        return MARKUP;
    }

    @Override
    public boolean isRoot(XmlElement element) {
        if (!isOwn(element)) {
            return false;
        }
        return switch (element.local()) {
            case "rss", "rdf" -> true;
            case "channel", "item" -> element.children().stream().anyMatch(child -> TYPICAL.contains(child.local()));
            default -> false;
        };
    }

    @Override
    public FeedDocument read(XmlElement parent, XmlElement root, @Nullable String url) {
        XmlElement container = firstChild(parent, child -> CONTAINERS.contains(child.local()));
        XmlElement channel = container.local().equals("channel")
                ? container
                : firstChild(container, child -> child.local().equals("channel"));
        List<RssAdapter.Item> items = new ArrayList<>();
        collect(parent, null, url, 0, items);
        return new RssAdapter(container, channel, url).document(items);
    }

    /** The first child that matches, else the parent. */
    private static XmlElement firstChild(XmlElement parent, Predicate<XmlElement> wanted) {
        return parent.children().stream().filter(wanted).findFirst().orElse(parent);
    }

    /** Collects the items in {@code parent}; {@code declared} is the {@code xml:base} in force. */
    private static void collect(
            XmlElement parent,
            @Nullable String declared,
            @Nullable String url,
            int depth,
            List<RssAdapter.Item> items) {
        for (XmlElement child : parent.children()) {
            if (items.size() >= FeedParser.MAX_ITEMS) {
                return;
            }
            boolean based = declared != null || child.attribute("xml:base") != null;
            String base = based ? FeedLinks.base(child, declared != null ? declared : url) : null;
            if (isOwn(child) && child.local().equals("item")) {
                if (child.hasChildren() || child.hasAttributes()) {
                    items.add(new RssAdapter.Item(child, base));
                }
            } else if (isOwn(child) && depth < MAX_CONTAINER_DEPTH && CONTAINERS.contains(child.local())) {
                collect(child, base, url, depth + 1, items);
            }
        }
    }

    private static boolean isOwn(XmlElement element) {
        return element.space().isEmpty() || element.space().equals("rdf");
    }
}
