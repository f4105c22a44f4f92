package io.copydesk.ingest.page;

import io.copydesk.schemas.LowerCase;
import io.copydesk.schemas.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * Writes a page as one WARC/1.1 record. Written by hand because every byte must follow from the page alone: jwarc's
 * builders put in a random id and the current time.
 */
final class RecordWriter {

    private static final byte[] END = {'\r', '\n', '\r', '\n'};

    /** Fields that are not true of a body that was decoded. */
    private static final Set<String> CODING_FIELDS = Set.of("content-encoding", "transfer-encoding", "content-length");

    /** Fields that are not true of a body whose transfer coding was undone. */
    private static final Set<String> TRANSFER_FIELDS = Set.of("transfer-encoding", "content-length");

    private RecordWriter() {}

    static byte[] write(Page page) {
        byte[] block = block(page);
        String target = page.url() == null ? RecordHead.NO_URL : FieldText.encodeUrl(page.url());
        Instant date = page.fetched() == null ? RecordHead.UNKNOWN_TIME : page.fetched();
        StringBuilder head = new StringBuilder("WARC/1.1\r\n");
        field(head, "WARC-Type", page.capture() == Capture.RESPONSE ? "response" : "resource");
        field(head, "WARC-Record-ID", "<" + recordId(page, target, date, block) + ">");
        field(head, "WARC-Date", date.toString());
        field(head, "WARC-Target-URI", target);
        field(head, RecordHead.INPUT_ID, FieldText.encode(page.inputId()));
        field(head, "Content-Type", contentType(page));
        field(head, "Content-Length", Integer.toString(block.length));
        head.append("\r\n");
        return join(head.toString().getBytes(StandardCharsets.ISO_8859_1), block, END);
    }

    private static byte[] block(Page page) {
        if (page.original() != null) {
            return page.original().block();
        }
        if (page.capture() == Capture.RESOURCE) {
            return page.body();
        }
        return responseBlock(page.status(), page.headers(), CODING_FIELDS, page.body());
    }

    private static byte[] responseBlock(int status, List<Header> headers, Set<String> untrue, byte[] body) {
        StringBuilder head = new StringBuilder("HTTP/1.1 ")
                .append(String.format(Locale.ROOT, "%03d", status))
                .append(" \r\n");
        for (Header header : headers) {
            if (!untrue.contains(LowerCase.of(header.name()))) {
                field(head, header.name(), header.value());
            }
        }
        field(head, "Content-Length", Integer.toString(body.length));
        head.append("\r\n");
        return join(head.toString().getBytes(StandardCharsets.ISO_8859_1), body, new byte[0]);
    }

    private static String contentType(Page page) {
        if (page.capture() == Capture.RESPONSE) {
            return "application/http;msgtype=response";
        }
        String mediaType = page.mediaType() == null ? ContentType.UNKNOWN : page.mediaType();
        return page.charset() == null ? mediaType : mediaType + ";charset=" + page.charset();
    }

    private static String recordId(Page page, String target, Instant date, byte[] block) {
        if (page.original() != null) {
            return page.original().recordId();
        }
        return recordId(page.inputId(), target, date, block);
    }

    private static String recordId(String inputId, String target, Instant date, byte[] block) {
        String name = inputId + '\n' + target + '\n' + date + '\n' + Sha256.hex(block);
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** The record of an exchange whose transfer coding was undone and whose content coding is kept. */
    static Page.Original received(
            String inputId, String url, Instant fetched, int status, List<Header> headers, byte[] body) {
        byte[] block = responseBlock(status, headers, TRANSFER_FIELDS, body);
        return new Page.Original(recordId(inputId, FieldText.encodeUrl(url), fetched, block), block);
    }

    /** A value can never start a new line, whatever a page declared of itself. */
    private static void field(StringBuilder head, String name, String value) {
        head.append(name.replaceAll("[\\r\\n:]", ""))
                .append(": ")
                .append(value.replace('\r', ' ').replace('\n', ' '))
                .append("\r\n");
    }

    private static byte[] join(byte[] first, byte[] second, byte[] third) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(first.length + second.length + third.length);
        out.writeBytes(first);
        out.writeBytes(second);
        out.writeBytes(third);
        return out.toByteArray();
    }
}
