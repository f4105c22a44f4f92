package io.copydesk.ingest.feed;

import io.copydesk.ingest.feed.FeedResult.NotAFeed;
import io.copydesk.ingest.xml.XmlBytes;
import org.jspecify.annotations.Nullable;

/**
 * Reads feeds of any format in {@link FeedFormats}. Broken XML and JSON are read up to where they break. Pure, safe for any thread, never
 * throws.
 *
 * <pre>{@code
 * String title = FeedParser.parse(bytes, "https://harbour.example/feed.xml")
 *         .fold(feed -> feed.title(), reason -> null);
 * }</pre>
 */
public final class FeedParser {

    /** The size limit of a feed, in bytes after decompression. */
    public static final int MAX_BYTES = 20 * 1024 * 1024;

    /** The most items of a feed; further ones are dropped. */
    static final int MAX_ITEMS = 10_000;

    private FeedParser() {}

    /**
     * Reads a feed.
     *
     * @param url where it was fetched from, the base of relative links; {@code null} when unknown
     */
    public static FeedResult parse(byte[] bytes, @Nullable String url) {
        return parse(bytes, url, null);
    }

    /**
     * Reads a feed.
     *
     * @param bytes the document, compressed with gzip or not
     * @param url where it was fetched from, the base of relative links; {@code null} when unknown
     * @param contentType the HTTP field, whose charset is used when the bytes are not UTF-8; {@code null} when unknown
     */
    public static FeedResult parse(byte[] bytes, @Nullable String url, @Nullable String contentType) {
        byte[] plain = XmlBytes.unpacked(bytes, MAX_BYTES);
        if (plain.length > MAX_BYTES) {
            return new NotAFeed("The document is larger than " + MAX_BYTES + " bytes");
        }
        String text = XmlBytes.decode(plain, contentType);
        for (FeedFormat format : FeedFormats.ALL) {
            FeedResult result = format.read(text, url);
            if (result != null) {
                return result;
            }
        }
        return new NotAFeed("The document is of no format that feeds have");
    }
}
