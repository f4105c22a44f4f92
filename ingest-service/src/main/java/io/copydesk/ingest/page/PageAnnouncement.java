package io.copydesk.ingest.page;

import io.copydesk.schemas.Announcement;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * A feed named a page, as a WARC/1.1 {@code metadata} record about the page's URL (ISO 28500:2017 §6.6): the topic {@code pages} has it beside the
 * page, before or after it. It is no input: what it says becomes part of the article's record. Immutable.
 *
 * @param url of the page
 */
public record PageAnnouncement(String url, Announcement announcement) {

    /** The block of the record: the JSON of an {@link Announcement}. */
    static final String MEDIA_TYPE = "application/vnd.copydesk.announcement+json";

    /** What every record of ours begins with. */
    private static final byte[] START = ascii("WARC/1.1\r\nWARC-Type: metadata\r\n");

    private static final int MAX_BYTES = 256 * 1024;

    /** One uncompressed record, its closing empty lines included. Equal announcements give equal bytes. */
    public byte[] encode() {
        byte[] block = Json.bytes(announcement);
        String target = FieldText.encodeUrl(url);
        UUID id = UUID.nameUUIDFromBytes((target + '\n' + Sha256.hex(block)).getBytes(StandardCharsets.UTF_8));
        byte[] fields = ascii("WARC-Record-ID: <urn:uuid:" + id + ">\r\nWARC-Date: "
                + date() + "\r\nWARC-Target-URI: " + target + "\r\nContent-Type: "
                + MEDIA_TYPE + "\r\nContent-Length: " + block.length + "\r\n\r\n");
        byte[] end = ascii("\r\n\r\n");
        byte[] record = Arrays.copyOf(START, START.length + fields.length + block.length + end.length);
        System.arraycopy(fields, 0, record, START.length, fields.length);
        System.arraycopy(block, 0, record, START.length + fields.length, block.length);
        System.arraycopy(end, 0, record, record.length - end.length, end.length);
        return record;
    }

    private Instant date() {
        try {
            return Instant.parse(announcement.firstSeen());
        } catch (DateTimeException e) {
            return RecordHead.UNKNOWN_TIME; // such a record is not read as an announcement
        }
    }

    /** The announcement that {@link #encode} wrote; empty for any other bytes, which are a page or an error. Never throws. */
    public static Optional<PageAnnouncement> decode(byte[] record) {
        if (record.length > MAX_BYTES
                || record.length < START.length
                || !Arrays.equals(record, 0, START.length, START, 0, START.length)) {
            return Optional.empty();
        }
        return RecordHead.parse(record)
                .filter(head -> head.field("Content-Type").orElse("").equals(MEDIA_TYPE))
                .filter(head -> head.contentLength() >= 0 && head.contentLength() <= record.length - head.length())
                .flatMap(head -> read(
                        head, Arrays.copyOfRange(record, head.length(), head.length() + (int) head.contentLength())));
    }

    private static Optional<PageAnnouncement> read(RecordHead head, byte[] block) {
        try {
            Announcement announcement = Json.read(block, Announcement.class);
            String url = head.url();
            if (url == null || announcement.feed() == null || announcement.firstSeen() == null) {
                return Optional.empty();
            }
            Instant.parse(announcement.firstSeen());
            return Optional.of(new PageAnnouncement(url, announcement));
        } catch (IOException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
