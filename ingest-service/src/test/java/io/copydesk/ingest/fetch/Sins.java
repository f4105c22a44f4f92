package io.copydesk.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** What servers do to those who fetch from them: one named route each. */
final class Sins implements RawServer.Answer {

    static final byte[] PAGE = "<html><p>The ferry to Vell sails again on Monday.</p></html>".getBytes(UTF_8);
    static final int BOMB = 64 * 1024 * 1024;
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html";
    private static final String CHUNKED = OK + "\r\nTransfer-Encoding: chunked\r\n\r\n";
    /** 64 MiB of zeros. */
    static final byte[] BROTLI_BOMB = Base64.getDecoder()
            .decode("y///P/gnAOKxQCD3/o///3/wTwDEYRGA7v0f////4J8AiMMCAN37P/7//8E/ARCHBQC693/8//+DfwIgDgsAdO//+P//B/8E"
                    + "QBwWAOje//H//w/+CYA4LADQvf/L//8//BMAcVgAoHv/Bw==");

    private static final byte[] GZIP_BOMB;
    private static final byte[] GZIP_BOMB_TWICE;
    private static final byte[] ZSTD_BOMB;

    static {
        try {
            GZIP_BOMB = gzip(new byte[BOMB]);
            GZIP_BOMB_TWICE = gzip(GZIP_BOMB);
            ZSTD_BOMB = zstd(new byte[BOMB]);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Never counted down: waiting for it lasts until the timeout. */
    private final CountDownLatch never = new CountDownLatch(1);

    private final long dripMillis;

    /** Drips a byte every 20 ms, as the tests' deadlines are short. */
    Sins() {
        this(20);
    }

    Sins(long dripMillis) {
        this.dripMillis = dripMillis;
    }

    @Override
    public void give(RawServer.Connection to) throws Exception {
        switch (to.path()) {
            case "/fine" -> to.respond(OK, PAGE);
            case "/gzip" -> to.respond(OK + "\r\nContent-Encoding: gzip", gzip(PAGE));
            case "/not-modified" -> to.write("HTTP/1.1 304 Not Modified\r\nETag: \"v2\"\r\n\r\n");
            case "/not-modified-with-body" -> to.respond("HTTP/1.1 304 Not Modified", PAGE);
            case "/stall-at-once" -> to.awaitEnd();
            case "/stall-after-head" -> stall(to, OK + "\r\nContent-Length: 100\r\n\r\n");
            case "/stall-in-body" -> stall(to, OK + "\r\nContent-Length: 100\r\n\r\nabc");
            case "/stall-in-refusal" -> stall(to, "HTTP/1.1 429 Slow\r\nRetry-After: 60\r\nContent-Length: 9\r\n\r\na");
            case "/drip-head" -> drip(to, OK + "\r\nX-Long: " + "a".repeat(10_000));
            case "/drip-body" -> drip(to, OK + "\r\nContent-Length: 100000\r\n\r\n" + "a".repeat(10_000));
            case "/reset-at-once" -> reset(to, "");
            case "/reset-in-body" -> reset(to, OK + "\r\nContent-Length: 100\r\n\r\nabc");
            case "/close-at-once" -> to.socket().close();
            case "/too-short" -> end(to, OK + "\r\nContent-Length: 100\r\n\r\nabc");
            case "/too-long" -> end(to, OK + "\r\nContent-Length: 3\r\n\r\nabcdefgh");
            case "/chunk-cut" -> end(to, CHUNKED + "10\r\nabc");
            case "/chunk-nonsense" -> end(to, CHUNKED + "zz\r\nabc\r\n");
            case "/two-lengths" -> end(to, OK + "\r\nContent-Length: 3\r\nContent-Length: x\r\n\r\nabc");
            case "/garbage" -> end(to, "\u0000\u0001\u0002 nothing of HTTP \u00ff\u00fe\r\n\r\n");
            case "/endless-garbage" -> endless(to, "", "garbage \u0000 without a line end ".repeat(100));
            case "/http-0.9" -> end(to, "<html><p>From before there were heads.</p></html>");
            case "/nul-bytes" ->
                end(to, "HTTP/1.1 200 OK\r\nX-\u0000: \u0000\r\nContent-Length: 2\r\n\r\n\u0000\u0000");
            case "/endless-chunked" -> endless(to, CHUNKED, "1000\r\n" + "a".repeat(4096) + "\r\n");
            case "/endless-body" -> endless(to, OK + "\r\n\r\n", "a".repeat(4096));
            case "/endless-head" -> endless(to, OK + "\r\n", "X-Header: value\r\n".repeat(100));
            case "/endless-line" -> endless(to, OK + "\r\nX-Header: ", "a".repeat(4096));
            case "/endless-fold" -> endless(to, OK + "\r\nX-Header: a", "\r\n b".repeat(1000));
            case "/endless-interim" -> endless(to, "", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n".repeat(10));
            case "/endless-empty-lines" -> endless(to, "", "\r\n".repeat(1000));
            case "/one-interim" -> to.respond("HTTP/1.1 103 Early Hints\r\n\r\n" + OK, PAGE);
            case "/announced-too-large" -> end(to, OK + "\r\nContent-Length: 99999999999\r\n\r\nabc");
            case "/gzip-bomb" -> to.respond(OK + "\r\nContent-Encoding: gzip", GZIP_BOMB);
            case "/gzip-bomb-twice" -> to.respond(OK + "\r\nContent-Encoding: gzip, gzip", GZIP_BOMB_TWICE);
            case "/br-bomb" -> to.respond(OK + "\r\nContent-Encoding: br", BROTLI_BOMB);
            case "/zstd-bomb" -> to.respond(OK + "\r\nContent-Encoding: zstd", ZSTD_BOMB);
            case "/gzip-in-name" -> to.respond(OK + "\r\nContent-Encoding: gzip", PAGE);
            case "/gzip-damaged" -> to.respond(OK + "\r\nContent-Encoding: gzip", damaged(gzip(PAGE)));
            case "/unknown-coding" -> to.respond(OK + "\r\nContent-Encoding: exi", new byte[] {1, 2, 3});
            case "/nowhere" -> to.respond("HTTP/1.1 301 Moved", new byte[0]);
            case "/to-itself" -> to.respond("HTTP/1.1 302 Found\r\nLocation: /to-itself", PAGE);
            case "/to-file" -> to.respond("HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd", PAGE);
            case "/to-utf8" ->
                to.write("HTTP/1.1 308 Moved\r\nLocation: ../m\u00c3\u00bcll?a=b c\r\nContent-Length: 0\r\n\r\n");
            case "/to-private" -> to.respond("HTTP/1.1 302 Found\r\nLocation: http://10.0.0.1/", PAGE);
            case "/to-endless" -> endless(to, "HTTP/1.1 307 Moved\r\nLocation: /fine\r\n\r\n", "a".repeat(4096));
            case "/refused-endlessly" -> endless(to, "HTTP/1.1 503 No\r\n\r\n", "no ".repeat(1000));
            case "/part" -> to.respond("HTTP/1.1 206 Part", PAGE);
            case "/switch" -> to.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n");
            case "/status-999" -> to.respond("HTTP/1.1 999 Go away", PAGE);
            case "/cookie" -> to.respond(OK + "\r\nSet-Cookie: a=b", PAGE);
            default -> to.respond("HTTP/1.1 404 Not Found", "nothing here".getBytes(UTF_8));
        }
    }

    private static void stall(RawServer.Connection to, String start) throws IOException {
        to.write(start);
        to.awaitEnd();
    }

    private void drip(RawServer.Connection to, String text) throws IOException, InterruptedException {
        for (char c : text.toCharArray()) {
            to.write(String.valueOf(c));
            if (never.await(dripMillis, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    private static void endless(RawServer.Connection to, String start, String again) throws IOException {
        to.write(start);
        while (true) {
            to.write(again); // ends when the client has gone
        }
    }

    private static void end(RawServer.Connection to, String text) throws IOException {
        to.write(text);
        to.socket().close();
    }

    private static void reset(RawServer.Connection to, String start) throws IOException {
        to.write(start);
        to.socket().setSoLinger(true, 0);
        to.socket().close();
    }

    private static byte[] damaged(byte[] bytes) {
        bytes[bytes.length / 2] ^= 0x55;
        return bytes;
    }

    static byte[] gzip(byte[] data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(data);
        }
        return out.toByteArray();
    }

    static byte[] zstd(byte[] data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream zstd = new ZstdOutputStream(out)) {
            zstd.write(data);
        }
        return out.toByteArray();
    }
}
