package io.copydesk.ingest.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import io.copydesk.ingest.page.PageResult.Undecodable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class BodyDecodingTest {

    private static final byte[] HTML = "<html><p>The lighthouse at Vell is for sale.</p></html>".getBytes(UTF_8);

    @Test
    void undoesGzipAndBothKindsOfDeflate() throws IOException {
        assertThat(body("Content-Encoding: gzip", gzip(HTML))).isEqualTo(HTML);
        assertThat(body("Content-Encoding: X-GZIP", gzip(HTML))).isEqualTo(HTML);
        assertThat(body("Content-Encoding: deflate", deflate(HTML, false))).isEqualTo(HTML);
        assertThat(body("Content-Encoding: deflate", deflate(HTML, true))).isEqualTo(HTML);
        assertThat(body("Content-Encoding: deflate, gzip", gzip(deflate(HTML, false))))
                .isEqualTo(HTML);
    }

    @Test
    void undoesBrotliAndZstandard() throws IOException {
        byte[] brotli = Base64.getDecoder()
                .decode("CxuAPGh0bWw+PHA+VGhlIGxpZ2h0aG91c2UgYXQgVmVsbCBpcyBmb3Igc2FsZS48L3A+PC9odG1sPgM=");

        assertThat(body("Content-Encoding: br", brotli)).isEqualTo(HTML);
        assertThat(body("Content-Encoding: zstd", zstd(HTML))).isEqualTo(HTML);
        assertThat(body("Content-Encoding: br, gzip", gzip(brotli))).isEqualTo(HTML);
        assertThat(reason("Content-Encoding: br", Arrays.copyOf(brotli, 30), 1000))
                .isEqualTo(UndecodableReason.CONTENT_ENCODING);
        assertThat(reason("Content-Encoding: zstd", Arrays.copyOf(zstd(HTML), 30), 1000))
                .isEqualTo(UndecodableReason.CONTENT_ENCODING);
    }

    /** Whatever bytes come: a result, no exception. */
    @Test
    void noBytesBreakADecoder() throws IOException {
        Random random = new Random(4);
        for (int round = 0; round < 2000; round++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            for (String coding : List.of("br", "deflate", "gzip", "zstd")) {
                byte[] sound = coding.equals("zstd") ? zstd(HTML) : gzip(HTML);
                System.arraycopy(sound, 0, bytes, 0, Math.min(bytes.length, random.nextInt(12)));
                List<Header> headers = List.of(new Header("Content-Encoding", coding));

                assertThat(ContentDecoding.whole(headers, bytes, 1000)).isNotNull();
                assertThat(ContentDecoding.start(headers, bytes, 1000)).isInstanceOf(ContentDecoding.Decoded.class);
            }
        }
    }

    @Test
    void aZstandardWindowBeyondEightMebibytesIsRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZstdOutputStream zstd = new ZstdOutputStream(out)) {
            zstd.setLong(27);
            zstd.write(HTML);
            zstd.flush();
            zstd.write(HTML);
        }

        assertThat(reason("Content-Encoding: zstd", out.toByteArray(), 1000))
                .isEqualTo(UndecodableReason.CONTENT_ENCODING);
    }

    @Test
    void undoesChunksAndThenTheContentCoding() throws IOException {
        assertThat(body("Transfer-Encoding: chunked", chunked(HTML))).isEqualTo(HTML);
        assertThat(body("Transfer-Encoding: chunked\r\nContent-Encoding: gzip", chunked(gzip(HTML))))
                .isEqualTo(HTML);
    }

    @Test
    void undoesTheOtherTransferCodingsBeforeTheContentCoding() throws IOException {
        assertThat(body("Transfer-Encoding: gzip, chunked", chunked(gzip(HTML))))
                .isEqualTo(HTML);
        assertThat(body("Transfer-Encoding: gzip\r\nContent-Encoding: deflate", gzip(deflate(HTML, false))))
                .isEqualTo(HTML);
        assertThat(body("Transfer-Encoding: binary", "The lighthouse".getBytes(UTF_8)))
                .isEqualTo("The lighthouse".getBytes(UTF_8));
    }

    @Test
    void aBodyThatWasDecodedBeforeItWasArchivedIsTakenAsItIs() {
        assertThat(body("Content-Encoding: gzip", HTML)).isEqualTo(HTML);
        assertThat(body("Content-Encoding: br", HTML)).isEqualTo(HTML);
        assertThat(body("Content-Encoding: deflate", HTML)).isEqualTo(HTML);
        assertThat(body("Transfer-Encoding: chunked", HTML)).isEqualTo(HTML);
    }

    @Test
    void anUnknownCodingAndDamagedDataAreRefused() throws IOException {
        byte[] cut = Arrays.copyOf(gzip(HTML), 30);
        byte[] cutChunks = Arrays.copyOf(chunked(HTML), 20);

        assertThat(reason("Content-Encoding: br", new byte[] {11, 2, -128, 3}, 1000))
                .isEqualTo(UndecodableReason.CONTENT_ENCODING);
        assertThat(reason("Content-Encoding: gzip", cut, 1000)).isEqualTo(UndecodableReason.CONTENT_ENCODING);
        assertThat(reason("Content-Encoding: deflate", new byte[] {-1, -1, -1}, 1000))
                .isEqualTo(UndecodableReason.CONTENT_ENCODING);
        assertThat(reason("Transfer-Encoding: chunked", cutChunks, 1000)).isEqualTo(UndecodableReason.CONTENT_ENCODING);
        assertThat(reason("Content-Encoding: gzip, gzip, gzip, gzip, gzip", gzip(HTML), 1000))
                .isEqualTo(UndecodableReason.CONTENT_ENCODING);
    }

    @Test
    void aBombIsRefusedAtTheLimit() throws IOException {
        byte[] bomb = gzip(new byte[64 * 1024 * 1024]);

        assertThat(bomb.length).isLessThan(100_000);
        assertThat(reason("Content-Encoding: gzip", bomb, 1_000_000)).isEqualTo(UndecodableReason.TOO_LARGE);
        assertThat(reason("X: y", new byte[11], 10)).isEqualTo(UndecodableReason.TOO_LARGE);
    }

    private static byte[] body(String fields, byte[] sent) {
        return WarcPagesTest.decoded(record(fields, sent)).body();
    }

    private static UndecodableReason reason(String fields, byte[] sent, int maxBytes) {
        PageResult result = WarcPages.decode(record(fields, sent), maxBytes);
        assertThat(result).isInstanceOf(Undecodable.class);
        return ((Undecodable) result).reason();
    }

    private static byte[] record(String fields, byte[] sent) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.writeBytes(("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + fields + "\r\n\r\n").getBytes(UTF_8));
        block.writeBytes(sent);
        return WarcPagesTest.record("response", "https://a.example/", "application/http", block.toByteArray());
    }

    private static byte[] gzip(byte[] data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(data);
        }
        return out.toByteArray();
    }

    private static byte[] zstd(byte[] data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream zstd = new ZstdOutputStream(out)) {
            zstd.write(data);
        }
        return out.toByteArray();
    }

    private static byte[] deflate(byte[] data, boolean bare) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream deflate = new DeflaterOutputStream(out, new Deflater(9, bare))) {
            deflate.write(data);
        }
        return out.toByteArray();
    }

    private static byte[] chunked(byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int at = 0; at < data.length; at += 16) {
            int size = Math.min(16, data.length - at);
            out.writeBytes((Integer.toHexString(size) + ";ext=1\r\n").getBytes(UTF_8));
            out.write(data, at, size);
            out.writeBytes("\r\n".getBytes(UTF_8));
        }
        out.writeBytes("0\r\n\r\n".getBytes(UTF_8));
        return out.toByteArray();
    }
}
