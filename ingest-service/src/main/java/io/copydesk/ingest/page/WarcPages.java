package io.copydesk.ingest.page;

import io.copydesk.ingest.page.PageResult.Decoded;
import io.copydesk.ingest.page.PageResult.Undecodable;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pages as WARC/1.1 records (ISO 28500:2017) and back. Pure functions, safe for any thread.
 *
 * <pre>{@code
 * byte[] record = WarcPages.encode(page);
 * PageResult same = WarcPages.decode(record);
 * }</pre>
 *
 * <p>A record that {@link #encode} wrote carries the page's input id in the field {@code Copydesk-Input-Id}
 * (percent-encoded), the time 1970-01-01T00:00:00Z for an unknown one, and the target {@code about:blank} for a page
 * without URL; {@link #decode} turns these back. Records concatenated are a {@code .warc} file.
 */
public final class WarcPages {

    /** The largest body after decoding unless a caller sets another limit: 5 MiB. */
    public static final int MAX_BODY_BYTES = 5 * 1024 * 1024;

    private WarcPages() {}

    /** One uncompressed record, its closing empty lines included. Equal pages give equal bytes. */
    public static byte[] encode(Page page) {
        return RecordWriter.write(page);
    }

    /** Like {@link #decode(byte[], int)} with {@link #MAX_BODY_BYTES}. */
    public static PageResult decode(byte[] record) {
        return decode(record, MAX_BODY_BYTES);
    }

    /**
     * Reads one uncompressed {@code response} or {@code resource} record. Any bytes are allowed in; what is no page
     * comes back as {@link Undecodable}.
     *
     * @param maxBodyBytes the most bytes that the body may have after decoding
     */
    public static PageResult decode(byte[] record, int maxBodyBytes) {
        Optional<RecordHead> parsed = RecordHead.parse(record);
        if (parsed.isEmpty()) {
            return new Undecodable(UndecodableReason.BAD_WARC, "The bytes do not start with a WARC record's header");
        }
        RecordHead head = parsed.get();
        long length = head.contentLength();
        if (length < 0 || length > record.length - head.length()) {
            return new Undecodable(
                    UndecodableReason.BAD_WARC,
                    "Content-Length is missing or larger than the " + (record.length - head.length()) + " bytes there");
        }
        Optional<String> id = head.inputId().or(head::recordId);
        if (id.isEmpty()) {
            return new Undecodable(UndecodableReason.BAD_WARC, "The record has no WARC-Record-ID");
        }
        if (head.truncated()) {
            return new Undecodable(
                    UndecodableReason.TRUNCATED, "The record says that its block was cut when it was captured");
        }
        if (head.segmented()) {
            return new Undecodable(
                    UndecodableReason.TRUNCATED,
                    "The record holds one of several segments, which are not put together");
        }
        byte[] block = Arrays.copyOfRange(record, head.length(), head.length() + (int) length);
        return switch (head.type()) {
            case "response" -> response(id.get(), head, block, maxBodyBytes);
            case "resource" -> resource(id.get(), head, block, maxBodyBytes);
            default -> new Undecodable(UndecodableReason.NOT_A_PAGE, "Records of this type hold no page");
        };
    }

    /**
     * What kind of record starts with these bytes, for readers that pass over what is no page. Needs the record's
     * header and, for a response, its HTTP head; the rest may be missing.
     */
    public static Optional<RecordKind> kind(byte[] start) {
        return RecordHead.parse(start).map(head -> {
            String id = head.inputId().or(head::recordId).orElse(null);
            Optional<String> type = head.field("Content-Type");
            if (head.type().equals("response")
                    && type.orElse("application/http").startsWith("application/http")) {
                byte[] block = Arrays.copyOfRange(start, head.length(), start.length);
                type = HttpHead.parse(block)
                        .flatMap(http -> http.first("Content-Type"))
                        .or(() -> head.field("WARC-Identified-Payload-Type"));
            }
            String mediaType = ContentType.parse(type.orElse(null)).mediaType();
            return new RecordKind(head.type(), mediaType, id, head.isOfCrawler(), head.length(), head.contentLength());
        });
    }

    private static PageResult response(String id, RecordHead head, byte[] block, int maxBodyBytes) {
        Optional<HttpHead> parsed = HttpHead.parse(block);
        if (parsed.isEmpty()) {
            return new Undecodable(UndecodableReason.BAD_HTTP, "The response record's block is no HTTP response");
        }
        HttpHead http = parsed.get();
        if (ContentRange.isPartOnly(http.status(), http.fields())) {
            return new Undecodable(UndecodableReason.TRUNCATED, "The response holds a part of the document only (206)");
        }
        return BodyDecoding.decode(block, http, maxBodyBytes)
                .fold(
                        body -> new Decoded(response(id, head, http, block, body)),
                        refused -> new Undecodable(refused.reason(), refused.detail()));
    }

    private static Page response(String id, RecordHead head, HttpHead http, byte[] block, byte[] body) {
        String declared = http.first("Content-Type")
                .or(() -> head.field("WARC-Identified-Payload-Type"))
                .orElse(null);
        ContentType type = ContentType.parse(declared).orSniffed(body);
        return new Page(
                id,
                head.url(),
                head.date(),
                Capture.RESPONSE,
                http.status(),
                http.fields(),
                type.mediaType(),
                type.charset(),
                body,
                original(head, block));
    }

    private static PageResult resource(String id, RecordHead head, byte[] block, int maxBodyBytes) {
        if (block.length > maxBodyBytes) {
            return new Undecodable(UndecodableReason.TOO_LARGE, "The body is larger than " + maxBodyBytes + " bytes");
        }
        ContentType type =
                ContentType.parse(head.field("Content-Type").orElse(null)).orSniffed(block);
        Page page = Page.resource(id, head.url(), head.date(), type.mediaType(), type.charset(), block);
        return new Decoded(new Page(
                page.inputId(),
                page.url(),
                page.fetched(),
                Capture.RESOURCE,
                page.status(),
                page.headers(),
                page.mediaType(),
                page.charset(),
                block,
                original(head, block)));
    }

    /** {@code null} for a record without an id of its own. */
    private static Page.@Nullable Original original(RecordHead head, byte[] block) {
        return head.recordId().map(id -> new Page.Original(id, block)).orElse(null);
    }
}
