package io.copydesk.ingest.feed;

import io.copydesk.ingest.feed.FeedResult.NotAFeed;
import io.copydesk.ingest.feed.FeedResult.Parsed;
import io.copydesk.ingest.xml.Xml;
import io.copydesk.ingest.xml.XmlBytes;
import io.copydesk.ingest.xml.XmlElement;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Reads feeds of any format. Broken XML is read as far as it goes. Pure, safe for any thread, never throws.
 *
 * <pre>{@code
 * if (FeedParser.parse(bytes, "https://harbour.example/feed.xml") instanceof FeedResult.Parsed feed) {
 *     feed.document().items();
 * }
 * }</pre>
 */
public final class FeedParser {

    /** The largest feed that is read. */
    public static final int MAX_BYTES = 20 * 1024 * 1024;

    /** The most items that are read of one feed. */
    static final int MAX_ITEMS = 10_000;

    /** How many elements are looked at for the root: what stands before it is junk. */
    private static final int MAX_JUNK = 1000;

    private FeedParser() {}

    /**
     * Reads a feed.
     *
     * @param url where it was fetched from, which relative links are resolved against; may be {@code null}
     */
    public static FeedResult parse(byte[] bytes, String url) {
        return parse(bytes, url, null);
    }

    /**
     * Reads a feed.
     *
     * @param contentType the HTTP field, whose charset counts when the bytes are no UTF-8; may be {@code null}
     */
    public static FeedResult parse(byte[] bytes, String url, String contentType) {
        byte[] plain = XmlBytes.unpacked(bytes, MAX_BYTES);
        if (plain.length > MAX_BYTES) {
            return new NotAFeed("The document is larger than " + MAX_BYTES + " bytes");
        }
        String text = XmlBytes.decode(plain, contentType);
        return firstCharacter(text) == '{' ? JsonFeed.read(text, url) : xml(text, url);
    }

    private static FeedResult xml(String text, String url) {
        XmlElement document = Xml.parse(text, FeedNesting.FEEDS);
        if (!document.hasChildren()) {
            return new NotAFeed("The document is no XML");
        }
        Deque<XmlElement> waiting = new ArrayDeque<>(document.children());
        for (int seen = 0; seen < MAX_JUNK && !waiting.isEmpty(); seen++) {
            XmlElement parent = seen == 0 ? document : waiting.poll();
            for (XmlElement child : parent.children()) {
                if (isAtom(child)) {
                    return new Parsed(AtomFeed.read(child, url));
                }
                if (isRss(child)) {
                    return new Parsed(RssFeed.read(parent, url));
                }
            }
            if (seen > 0) {
                waiting.addAll(parent.children());
            }
        }
        return new NotAFeed("The document's root element is that of no feed format");
    }

    private static boolean isAtom(XmlElement element) {
        boolean own = element.space().equals("atom");
        return own && element.local().equals("entry")
                || (own || element.space().isEmpty()) && element.local().equals("feed");
    }

    private static boolean isRss(XmlElement element) {
        if (!element.space().isEmpty() && !element.space().equals("rdf")) {
            return false;
        }
        return switch (element.local()) {
            case "rss", "rdf" -> true;
            case "channel", "item" -> Fields.ofRss(element).stream().anyMatch(RssFeed::isKnown);
            default -> false;
        };
    }

    private static int firstCharacter(String text) {
        int at = 0;
        while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == '\ufeff')) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : -1;
    }
}
