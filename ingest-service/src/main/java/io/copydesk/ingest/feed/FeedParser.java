package io.copydesk.ingest.feed;

import io.copydesk.ingest.feed.FeedResult.NotAFeed;
import io.copydesk.ingest.feed.FeedResult.Parsed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;

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
    public static final int MAX_BYTES = 16 * 1024 * 1024;

    /** The most items that are read of one feed. */
    static final int MAX_ITEMS = 10_000;

    private static final int MAX_DEPTH = 100;

    private FeedParser() {}

    /**
     * Reads a feed.
     *
     * @param url where it was fetched from, which relative links are resolved against; may be {@code null}
     */
    public static FeedResult parse(byte[] bytes, String url) {
        if (bytes.length > MAX_BYTES) {
            return new NotAFeed("The document is larger than " + MAX_BYTES + " bytes");
        }
        return firstCharacter(bytes) == '{' ? JsonFeed.read(bytes, url) : xml(bytes, url);
    }

    private static FeedResult xml(byte[] bytes, String url) {
        Element root = root(bytes);
        if (root == null) {
            return new NotAFeed("The document is no XML");
        }
        return switch (root.normalName()) {
            case "rss", "rdf:rdf", "rdf" -> new Parsed(RssFeed.read(root, url));
            case "feed", "atom:feed" -> new Parsed(AtomFeed.read(root, url));
            default -> new NotAFeed("The document's root element is that of no feed format");
        };
    }

    private static Element root(byte[] bytes) {
        // Lower-case names: pubdate is as common as pubDate. jsoup knows no entities but the standard ones.
        Parser parser = Parser.xmlParser().settings(ParseSettings.htmlDefault).setMaxDepth(MAX_DEPTH);
        try {
            Document document = Jsoup.parse(new ByteArrayInputStream(bytes), null, "", parser);
            return document.firstElementChild();
        } catch (IOException | RuntimeException unreadable) {
            return null;
        }
    }

    private static int firstCharacter(byte[] bytes) {
        int at = bytes.length > 2 && (bytes[0] & 0xff) == 0xef && (bytes[1] & 0xff) == 0xbb ? 3 : 0;
        while (at < bytes.length && bytes[at] >= 0 && bytes[at] <= ' ') {
            at++;
        }
        return at < bytes.length ? bytes[at] : -1;
    }
}
