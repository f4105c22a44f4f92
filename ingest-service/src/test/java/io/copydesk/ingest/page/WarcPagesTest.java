package io.copydesk.ingest.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.page.PageResult.Decoded;
import io.copydesk.ingest.page.PageResult.Undecodable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;

class WarcPagesTest {

    private static final Instant FETCHED = Instant.parse("2026-03-04T05:06:07.089Z");
    private static final String HTML =
            "<!doctype html><title>Ferry to Orsk resumes</title><p>Después de tres días.</p>";

    @Test
    void bringsBackAResponse() {
        Page page = response("harbour/1", "https://news.harbour.example/ferry?a=1", FETCHED);

        Page back = decoded(WarcPages.encode(page));

        assertThat(back)
                .usingRecursiveComparison()
                .ignoringFields("headers", "original")
                .isEqualTo(page);
        assertThat(back.headers())
                .containsExactly(
                        new Header("Content-Type", "text/html; charset=\"UTF-8\""),
                        new Header("X-Trace", "a"),
                        new Header("x-trace", "b"),
                        new Header("Content-Length", Integer.toString(HTML.getBytes(UTF_8).length)));
    }

    @Test
    void bringsBackAResource() {
        Page page = Page.resource("a.txt", "file:///a.txt", FETCHED, "text/plain", "utf-8", "Text".getBytes(UTF_8));

        assertThat(decoded(WarcPages.encode(page)))
                .usingRecursiveComparison()
                .ignoringFields("original")
                .isEqualTo(page);
    }

    @Test
    void anUnknownTimeAndAMissingUrlStayUnknown() {
        Page page = Page.resource("line-7", null, null, "text/plain", null, new byte[] {'x'});

        byte[] record = WarcPages.encode(page);

        assertThat(new String(record, ISO_8859_1))
                .contains("WARC-Date: 1970-01-01T00:00:00Z\r\n")
                .contains("WARC-Target-URI: about:blank\r\n");
        assertThat(decoded(record).fetched()).isNull();
        assertThat(decoded(record).url()).isNull();
    }

    /** Years of more than four digits are published as no date that consumers read. */
    @ParameterizedTest
    @ValueSource(strings = {"+12345-01-01T00:00:00Z", "9999-12-31T23:59:59-14:00", "1969-12-31T23:59:59Z"})
    void aTimeThatNobodyCanHaveFetchedAtIsUnknown(String time) {
        String record = new String(WarcPages.encode(response("a", "https://a.example/", FETCHED)), ISO_8859_1);

        byte[] odd = record.replaceFirst("(?m)^WARC-Date: .*$", Matcher.quoteReplacement("WARC-Date: " + time + "\r"))
                .getBytes(ISO_8859_1);

        assertThat(decoded(odd).fetched()).isNull();
    }

    @Test
    void anyInputIdComesBackAndIsPrintableInTheRecord() {
        for (String id : List.of("plain-1", "a b/ü 漢.html", "100%", "%41", "x\r\nWARC-Type: request", " edge ")) {
            byte[] record = WarcPages.encode(response(id, "https://a.example/", FETCHED));

            assertThat(decoded(record).inputId()).isEqualTo(id);
            assertThat(new String(record, ISO_8859_1).split("\r\n\r\n")[0]).matches("[\\x20-\\x7e\\r\\n]*");
        }
    }

    @Test
    void nothingInAPageCanAddAFieldToTheRecord() {
        Page page = new Page(
                "1",
                "https://a.example/\r\nWARC-Type: request\r\n\r\n",
                null,
                Capture.RESPONSE,
                200,
                List.of(new Header("Content-Type", "text/html"), new Header("X\r\nSet", "1\r\n\r\n<p>")),
                "text/html",
                null,
                new byte[] {'b'});

        Page back = decoded(WarcPages.encode(page));

        assertThat(back.body()).containsExactly('b');
        assertThat(back.headers()).extracting(Header::name).containsExactly("Content-Type", "XSet", "Content-Length");
    }

    @Test
    void equalPagesGiveEqualBytesAndOtherPagesOtherRecordIds() {
        String first = recordId(WarcPages.encode(response("1", "https://a.example/", FETCHED)));

        assertThat(WarcPages.encode(response("1", "https://a.example/", FETCHED)))
                .isEqualTo(WarcPages.encode(response("1", "https://a.example/", FETCHED)));
        assertThat(recordId(WarcPages.encode(response("2", "https://a.example/", FETCHED))))
                .isNotEqualTo(first);
        assertThat(recordId(WarcPages.encode(response("1", "https://a.example/b", FETCHED))))
                .isNotEqualTo(first);
        assertThat(recordId(WarcPages.encode(response("1", "https://a.example/", null))))
                .isNotEqualTo(first);
        assertThat(first).matches("<urn:uuid:[0-9a-f-]{36}>");
    }

    @Test
    void aRecordFromElsewhereKeepsItsIdAndItsBlock() {
        String block = "HTTP/1.1 203 Fine\nContent-Type: text/html\nServer: s\n\n" + HTML;
        byte[] foreign = record("response", "https://b.example/x", "application/http", block.getBytes(UTF_8));

        Page page = decoded(foreign);
        byte[] again = WarcPages.encode(page);

        assertThat(page.inputId()).isEqualTo("urn:uuid:6f1f0b0a-0000-4000-8000-000000000001");
        assertThat(page.status()).isEqualTo(203);
        assertThat(new String(again, UTF_8))
                .contains("WARC-Record-ID: <urn:uuid:6f1f0b0a-0000-4000-8000-000000000001>\r\n")
                .contains("\r\n\r\n" + block + "\r\n\r\n");
        assertThat(WarcPages.encode(decoded(again))).isEqualTo(again);
    }

    @Test
    void recordsInARowAreAWarcFile(@TempDir Path folder) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int i = 0; i < 5; i++) {
            file.writeBytes(WarcPages.encode(response("r" + i, "https://a.example/" + i, FETCHED)));
            file.writeBytes(WarcPages.encode(
                    Page.resource("f ü" + i, null, null, "text/plain", "utf-8", ("Text " + i).getBytes(UTF_8))));
        }
        Path warc = Files.write(folder.resolve("dump.warc"), file.toByteArray());

        List<String> read = new ArrayList<>();
        try (WarcReader reader = new WarcReader(warc)) {
            for (WarcRecord record : reader) {
                if (record instanceof WarcResponse response) {
                    assertThat(response.date()).isEqualTo(FETCHED);
                    assertThat(response.http().status()).isEqualTo(200);
                    assertThat(response.http().body().stream().readAllBytes()).isEqualTo(HTML.getBytes(UTF_8));
                    read.add(response.target());
                } else if (record instanceof WarcResource resource) {
                    read.add(new String(resource.body().stream().readAllBytes(), UTF_8));
                }
            }
        }

        assertThat(read)
                .containsExactly(
                        "https://a.example/0", "Text 0",
                        "https://a.example/1", "Text 1",
                        "https://a.example/2", "Text 2",
                        "https://a.example/3", "Text 3",
                        "https://a.example/4", "Text 4");
    }

    @Test
    void saysWhyARecordHoldsNoPage() {
        assertThat(reason(new byte[0])).isEqualTo(UndecodableReason.BAD_WARC);
        assertThat(reason("<html>".getBytes(UTF_8))).isEqualTo(UndecodableReason.BAD_WARC);
        assertThat(reason("WARC/1.1\r\nWARC-Type: response\r\n\r\n".getBytes(UTF_8)))
                .isEqualTo(UndecodableReason.BAD_WARC);
        assertThat(reason(record("warcinfo", "x:y", "application/warc-fields", new byte[0])))
                .isEqualTo(UndecodableReason.NOT_A_PAGE);
        assertThat(reason(record("response", "x:y", "application/http", "no head".getBytes(UTF_8))))
                .isEqualTo(UndecodableReason.BAD_HTTP);
        assertThat(reason(record("resource", "x:y", "text/html\r\nWARC-Truncated: length", new byte[1])))
                .isEqualTo(UndecodableReason.TRUNCATED);
        assertThat(reason(record("response", "x:y", "application/http\r\nWARC-Segment-Number: 1", new byte[1])))
                .isEqualTo(UndecodableReason.TRUNCATED);
        assertThat(WarcPages.decode(record("resource", "x:y", "text/html", new byte[11]), 10))
                .isInstanceOfSatisfying(
                        Undecodable.class, no -> assertThat(no.reason()).isEqualTo(UndecodableReason.TOO_LARGE));
        assertThat(WarcPages.decode(record("resource", "x:y", "text/html", new byte[10]), 10))
                .isInstanceOf(Decoded.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X: no range",
                "Content-Range: bytes 0-99/200",
                "Content-Range: bytes 100-199/200",
                "Content-Range: bytes 0-99/*",
                "Content-Range: bytes */200",
                "Content-Range: lines 0-99/100",
                "Content-Range: bytes 0-99/100\r\nContent-Range: bytes 0-9/20"
            })
    void aPartOfADocumentIsNoPage(String field) {
        assertThat(reason(partial(field))).isEqualTo(UndecodableReason.TRUNCATED);
    }

    @Test
    void aPartialResponseWithTheWholeDocumentIsAPage() {
        assertThat(decoded(partial("content-range: Bytes 0-99/100")).status()).isEqualTo(206);
    }

    private static byte[] partial(String field) {
        String http = "HTTP/1.1 206 Partial Content\r\nContent-Type: text/html\r\n" + field + "\r\n\r\n" + HTML;
        return record("response", "x:y", "application/http", http.getBytes(UTF_8));
    }

    @Test
    void anUndeclaredMediaTypeIsSeenFromTheBody() {
        byte[] page = record("response", "x:y", "application/http", ("HTTP/1.0 200 OK\r\n\r\n" + HTML).getBytes(UTF_8));
        byte[] other = record("response", "x:y", "application/http", "HTTP/1.0 200 OK\r\n\r\n\0\1".getBytes(UTF_8));

        assertThat(decoded(page).mediaType()).isEqualTo("text/html");
        assertThat(decoded(other).mediaType()).isEqualTo("application/octet-stream");
    }

    @Test
    void noGarbageMakesItThrow() {
        Random random = new Random(7);
        byte[] sound = WarcPages.encode(response("1", "https://a.example/", FETCHED));
        int undecodable = 0;
        for (int round = 0; round < 5000; round++) {
            byte[] bytes = Arrays.copyOf(sound, random.nextInt(sound.length + 1));
            for (int flips = random.nextInt(6); flips > 0 && bytes.length > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            if (WarcPages.decode(bytes) instanceof Undecodable) {
                undecodable++;
            }
        }
        assertThat(undecodable).isBetween(3000, 4999);
    }

    private static Page response(String id, String url, Instant fetched) {
        List<Header> headers = List.of(
                new Header("Content-Type", "text/html; charset=\"UTF-8\""),
                new Header("X-Trace", "a"),
                new Header("x-trace", "b"),
                new Header("Content-Encoding", "gzip"),
                new Header("Content-Length", "17"));
        return new Page(id, url, fetched, Capture.RESPONSE, 200, headers, "text/html", "UTF-8", HTML.getBytes(UTF_8));
    }

    static byte[] record(String type, String target, String contentType, byte[] block) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String head = "WARC/1.0\r\nWARC-Type: " + type
                + "\r\nWARC-Record-ID: <urn:uuid:6f1f0b0a-0000-4000-8000-000000000001>"
                + "\r\nWARC-Date: 2026-01-01T00:00:00Z\r\nWARC-Target-URI: " + target
                + "\r\nContent-Type: " + contentType + "\r\nContent-Length: " + block.length + "\r\n\r\n";
        out.writeBytes(head.getBytes(UTF_8));
        out.writeBytes(block);
        out.writeBytes("\r\n\r\n".getBytes(UTF_8));
        return out.toByteArray();
    }

    private static String recordId(byte[] record) {
        try (WarcReader reader = new WarcReader(new ByteArrayInputStream(record))) {
            return reader.next().orElseThrow().headers().first("WARC-Record-ID").orElseThrow();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    static Page decoded(byte[] record) {
        PageResult result = WarcPages.decode(record);
        assertThat(result).isInstanceOf(Decoded.class);
        return ((Decoded) result).page();
    }

    static UndecodableReason reason(byte[] record) {
        PageResult result = WarcPages.decode(record);
        assertThat(result).isInstanceOf(Undecodable.class);
        assertThat(((Undecodable) result).detail()).isNotBlank();
        return ((Undecodable) result).reason();
    }
}
