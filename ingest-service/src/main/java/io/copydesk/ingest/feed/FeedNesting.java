package io.copydesk.ingest.feed;

import io.copydesk.ingest.xml.Nesting;
import io.copydesk.ingest.xml.XmlElement;
import java.util.Set;

/** Which elements of feeds hold none of the others, so that one that was never closed ends where the next starts. */
enum FeedNesting implements Nesting {
    FEEDS;

    /** Elements of one value. */
    private static final Set<String> VALUES = Set.of(
            "title",
            "link",
            "guid",
            "pubdate",
            "id",
            "published",
            "updated",
            "issued",
            "modified",
            "category",
            "comments",
            "language",
            "copyright",
            "ttl",
            "docs",
            "generator",
            "lastbuilddate",
            "webmaster",
            "managingeditor",
            "enclosure");

    /** Elements that may hold HTML, which has a title, a link and a summary of its own. */
    private static final Set<String> PROSE = Set.of("description", "summary", "content", "encoded");

    private static final Set<String> AFTER_PROSE =
            Set.of("guid", "pubdate", "item", "entry", "published", "updated", "lastbuilddate");

    @Override
    public boolean ends(XmlElement open, XmlElement start) {
        String name = open.local();
        if (isItem(start)) {
            return isItem(open) || !start.space().equals("?") && isFeedElement(open, name);
        }
        if (!open.space().equals(start.space()) && !isExtension(start)) {
            return false;
        }
        String next = start.local();
        if (PROSE.contains(name)) {
            return AFTER_PROSE.contains(next) && open.space().equals(start.space());
        }
        if (!VALUES.contains(name) || open.space().equals("xhtml")) {
            return false;
        }
        boolean reference = name.equals("link") && open.attribute("href") != null;
        return reference || VALUES.contains(next) || PROSE.contains(next) || next.equals("author");
    }

    /** What cannot stand around an item. */
    private static boolean isFeedElement(XmlElement open, String name) {
        boolean own = open.space().isEmpty() || isExtension(open);
        return own
                && (VALUES.contains(name) || PROSE.contains(name) || name.equals("image") || name.equals("textinput"));
    }

    private static boolean isExtension(XmlElement start) {
        return switch (start.space()) {
            case "dc", "content", "atom", "" -> true;
            default -> false;
        };
    }

    private static boolean isItem(XmlElement element) {
        boolean own = element.space().isEmpty() || element.space().equals("atom");
        return own && (element.local().equals("item") || element.local().equals("entry"));
    }
}
