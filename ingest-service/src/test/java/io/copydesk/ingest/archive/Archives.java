package io.copydesk.ingest.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Archives made for tests, and what was read from them in a form that tests compare. */
final class Archives {

    private Archives() {}

    /** All items of these paths: {@code "input ID"}, {@code "broken ID REASON"} or {@code "skipped WHY"}. */
    static List<String> read(Path... paths) throws IOException {
        return read(ArchiveLimits.DEFAULT, paths);
    }

    static List<String> read(ArchiveLimits limits, Path... paths) throws IOException {
        return items(limits, paths).stream().map(Archives::line).toList();
    }

    static List<ArchiveItem> items(ArchiveLimits limits, Path... paths) throws IOException {
        List<ArchiveItem> items = new ArrayList<>();
        try (ArchiveReader reader = ArchiveReader.open(List.of(paths), limits, ReadProgress.NONE)) {
            reader.forEachRemaining(items::add);
        }
        return items;
    }

    private static String line(ArchiveItem item) {
        return item.fold(
                input -> "input " + input.page().inputId(),
                broken -> "broken " + broken.inputId() + " " + broken.reason().label(),
                skipped -> "skipped " + skipped.why());
    }

    /** A response record whose id is {@code urn:x:ID}. */
    static byte[] response(String id, String mediaType, String body) {
        String http = "HTTP/1.1 200 OK\r\nContent-Type: " + mediaType + "\r\n\r\n" + body;
        return record(id, "response", "application/http; msgtype=response", http, http.getBytes(UTF_8).length);
    }

    /** A record that claims a length. */
    static byte[] record(String id, String type, String contentType, String block, long length) {
        String text = "WARC/1.1\r\nWARC-Type: " + type + "\r\nWARC-Record-ID: <urn:x:" + id
                + ">\r\nWARC-Date: 2026-02-03T04:05:06Z\r\nWARC-Target-URI: https://news.vell.example/" + id
                + "\r\nContent-Type: " + contentType + "\r\nContent-Length: " + length + "\r\n\r\n" + block
                + "\r\n\r\n";
        return text.getBytes(UTF_8);
    }

    static byte[] page(String id) {
        return response(id, "text/html; charset=utf-8", "<html><p>The mill at Vell reopens: " + id + ".</p></html>");
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** Each part as a gzip member of its own. */
    static byte[] gzip(byte[]... parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            try (OutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(part);
            }
        }
        return out.toByteArray();
    }
}
