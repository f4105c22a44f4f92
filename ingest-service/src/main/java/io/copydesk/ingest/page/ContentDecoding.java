package io.copydesk.ingest.page;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import io.copydesk.schemas.LowerCase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/**
 * Undoes the content codings of an HTTP body (RFC 9110 §8.4): gzip, deflate, br (RFC 7932) and zstd (RFC 8878), on top
 * of each other too. Memory is bounded by the limit given and the largest window of a coding (16 MiB for br, 8 MiB for
 * zstd), however much a body pretends to hold. Never throws; safe for any thread.
 *
 * <p>Servers name codings that they did not apply: data that do not start like the coding named are taken as they are.
 */
public final class ContentDecoding {

    /** The codings that are requested, as a value of {@code Accept-Encoding}. */
    public static final String ACCEPTED = "gzip, deflate, br, zstd";

    /** Limit of codings on top of each other; own choice: servers apply one, a proxy may add a second. */
    private static final int MAX_CODINGS = 4;

    /** 2^23 bytes, the largest window of zstd over HTTP (RFC 9659 §3). */
    private static final int ZSTD_WINDOW_LOG = 23;

    private ContentDecoding() {}

    /** The decoded body, or the reason why there is none. */
    public sealed interface Result {

        /** One case for each kind of result. */
        <T> T fold(Function<byte[], T> decoded, Function<Refused, T> refused);
    }

    /** @param body the decoded bytes, the very array given when there was no coding */
    public record Decoded(byte[] body) implements Result {
        @Override
        public <T> T fold(Function<byte[], T> decoded, Function<Refused, T> refused) {
            return decoded.apply(body);
        }
    }

    /** @param reason {@link UndecodableReason#CONTENT_ENCODING} or {@link UndecodableReason#TOO_LARGE} */
    public record Refused(UndecodableReason reason, String detail) implements Result {
        @Override
        public <T> T fold(Function<byte[], T> decoded, Function<Refused, T> refused) {
            return refused.apply(this);
        }
    }

    /** The whole body; refused when it is damaged or larger than {@code maxBytes} at any step. */
    public static Result whole(List<Header> headers, byte[] body, int maxBytes) {
        return decode(codings(headers), body, maxBytes, false);
    }

    /**
     * As much of the body as can be decoded, at most {@code maxBytes}; for what is of use in part, such as a long
     * robots.txt. Refused only when a coding is unknown.
     */
    public static Result start(List<Header> headers, byte[] body, int maxBytes) {
        return decode(codings(headers), body, maxBytes, true);
    }

    private static List<String> codings(List<Header> headers) {
        List<String> codings = new ArrayList<>();
        for (Header field : headers) {
            if (field.name().equalsIgnoreCase("Content-Encoding")) {
                for (String coding : field.value().split(",", 16)) {
                    if (!coding.isBlank()) {
                        codings.add(coding.strip());
                    }
                }
            }
        }
        return codings;
    }

    static Result decode(List<String> codings, byte[] body, int maxBytes, boolean partly) {
        if (codings.size() > MAX_CODINGS) {
            return new Refused(UndecodableReason.CONTENT_ENCODING, codings.size() + " content codings on one body");
        }
        Result result = new Decoded(body);
        for (int i = codings.size() - 1; i >= 0; i--) {
            String coding = LowerCase.of(codings.get(i));
            result = result.fold(data -> undo(coding, data, maxBytes, partly), refused -> refused);
        }
        return result.fold(data -> bounded(data, maxBytes, partly), refused -> refused);
    }

    private static Result bounded(byte[] data, int maxBytes, boolean partly) {
        if (data.length <= maxBytes) {
            return new Decoded(data);
        }
        return partly ? new Decoded(Arrays.copyOf(data, maxBytes)) : tooLarge(maxBytes);
    }

    private static Result undo(String coding, byte[] body, int maxBytes, boolean partly) {
        boolean asIs = switch (coding) {
            case "identity", "none", "utf-8" -> true;
            case "gzip", "x-gzip" -> !startsWithGzip(body);
            case "zstd" -> !startsWithZstd(body);
            default -> body.length == 0 || startsLikeText(body);
        };
        if (asIs) {
            return new Decoded(body);
        }
        return switch (coding) {
            case "gzip", "x-gzip", "deflate", "br", "zstd" -> inflate(coding, body, maxBytes, partly);
            default ->
                new Refused(
                        UndecodableReason.CONTENT_ENCODING,
                        "The content coding \"" + printable(coding) + "\" is not supported");
        };
    }

    private static Result inflate(String coding, byte[] body, int maxBytes, boolean partly) {
        int guess = (int) Math.min(maxBytes, Math.max(512, body.length * 4L));
        ByteArrayOutputStream out = new ByteArrayOutputStream(guess);
        Inflater inflater = new Inflater(!startsWithZlib(body));
        try (InputStream in = open(coding, body, inflater)) {
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (out.size() + read > maxBytes) {
                    if (!partly) {
                        return tooLarge(maxBytes);
                    }
                    out.write(buffer, 0, maxBytes - out.size());
                    break;
                }
                out.write(buffer, 0, read);
            }
            return new Decoded(out.toByteArray());
        } catch (IOException | RuntimeException e) { // the brotli decoder also throws unchecked ones
            return partly
                    ? new Decoded(out.toByteArray())
                    : new Refused(
                            UndecodableReason.CONTENT_ENCODING,
                            "The " + coding + " data are damaged: " + e.getMessage());
        } finally {
            inflater.end();
        }
    }

    private static InputStream open(String coding, byte[] body, Inflater inflater) throws IOException {
        InputStream data = new ByteArrayInputStream(body);
        return switch (coding) {
            case "deflate" -> new InflaterInputStream(data, inflater);
            case "br" -> new BrotliInputStream(data);
            case "zstd" -> new ZstdInputStreamNoFinalizer(data).setLongMax(ZSTD_WINDOW_LOG);
            default -> new GZIPInputStream(data, 8192);
        };
    }

    private static Refused tooLarge(int maxBytes) {
        return new Refused(UndecodableReason.TOO_LARGE, "The decoded body is larger than " + maxBytes + " bytes");
    }

    private static boolean startsWithGzip(byte[] body) {
        return body.length > 2 && (body[0] & 0xff) == 0x1f && (body[1] & 0xff) == 0x8b && body[2] == 8;
    }

    /** RFC 8878 §3.1.1: a frame's magic number, or that of a frame to be skipped. */
    private static boolean startsWithZstd(byte[] body) {
        if (body.length < 4) {
            return false;
        }
        int magic = (body[0] & 0xff) | (body[1] & 0xff) << 8 | (body[2] & 0xff) << 16 | (body[3] & 0xff) << 24;
        return magic == 0xfd2fb528 || (magic & 0xfffffff0) == 0x184d2a50;
    }

    /** RFC 1950 §2.2: method 8 and a header divisible by 31. Some servers send bare deflate data instead. */
    private static boolean startsWithZlib(byte[] body) {
        return body.length > 1 && (body[0] & 0x0f) == 8 && (((body[0] & 0xff) << 8) | (body[1] & 0xff)) % 31 == 0;
    }

    /** True when the body is plainly a document already: white space or a byte order mark, then a tag. */
    private static boolean startsLikeText(byte[] body) {
        int at = body.length > 2 && (body[0] & 0xff) == 0xef && (body[1] & 0xff) == 0xbb ? 3 : 0;
        while (at < body.length && (body[at] == ' ' || body[at] == '\t' || body[at] == '\r' || body[at] == '\n')) {
            at++;
        }
        return at + 1 < body.length
                && body[at] == '<'
                && (body[at + 1] == '!' || body[at + 1] == '?' || Character.isLetter(body[at + 1]));
    }

    private static String printable(String coding) {
        StringBuilder out = new StringBuilder();
        coding.chars().limit(40).forEach(c -> out.append(c > ' ' && c < 0x7f ? (char) c : '?'));
        return out.toString();
    }
}
