package io.copydesk.ingest.page;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Undoes transfer and content codings of an HTTP body (RFC 9110 §8.4, RFC 9112 §7.1), never past a limit.
 *
 * <p>Archives often hold bodies that were decoded while the header fields still name the coding; data that do not start
 * like the coding named are therefore taken as they are.
 */
final class BodyDecoding {

    /** More codings on top of each other than any server has a reason for. */
    private static final int MAX_CODINGS = 4;

    private BodyDecoding() {}

    /** A body that cannot be decoded. */
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;

        private final String reason;

        Refusal(String reason, String detail) {
            super(detail, null, false, false);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    /** The entity of a response block, decoded; at most {@code maxBytes}. */
    static byte[] decode(byte[] block, HttpHead head, int maxBytes) throws Refusal {
        byte[] body = Arrays.copyOfRange(block, head.length(), block.length);
        if (head.members("Transfer-Encoding").stream().anyMatch("chunked"::equalsIgnoreCase)) {
            body = ChunkedBody.decode(body);
        }
        List<String> codings = head.members("Content-Encoding");
        if (codings.size() > MAX_CODINGS) {
            throw new Refusal(PageResult.CONTENT_ENCODING, codings.size() + " content codings on one body");
        }
        for (int i = codings.size() - 1; i >= 0; i--) {
            body = undo(codings.get(i).toLowerCase(Locale.ROOT), body, maxBytes);
        }
        if (body.length > maxBytes) {
            throw tooLarge(maxBytes);
        }
        return body;
    }

    private static byte[] undo(String coding, byte[] body, int maxBytes) throws Refusal {
        switch (coding) {
            case "identity", "none", "utf-8":
                return body;
            case "gzip", "x-gzip":
                return startsWithGzip(body) ? inflate(coding, body, maxBytes) : body;
            case "deflate":
                return body.length == 0 || startsLikeText(body) ? body : inflate(coding, body, maxBytes);
            default:
                if (startsLikeText(body)) {
                    return body;
                }
                throw new Refusal(
                        PageResult.CONTENT_ENCODING,
                        "The content coding \"" + printable(coding) + "\" is not supported");
        }
    }

    private static byte[] inflate(String coding, byte[] body, int maxBytes) throws Refusal {
        Inflater inflater = new Inflater(!startsWithZlib(body));
        try (InputStream in = coding.equals("deflate")
                ? new InflaterInputStream(new ByteArrayInputStream(body), inflater)
                : new GZIPInputStream(new ByteArrayInputStream(body), 8192)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(maxBytes, body.length * 4));
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (out.size() + read > maxBytes) {
                    throw tooLarge(maxBytes);
                }
                out.write(buffer, 0, read);
            }
            return out.toByteArray();
        } catch (IOException damaged) {
            throw new Refusal(
                    PageResult.CONTENT_ENCODING, "The " + coding + " data are damaged: " + damaged.getMessage());
        } finally {
            inflater.end();
        }
    }

    private static Refusal tooLarge(int maxBytes) {
        return new Refusal(PageResult.TOO_LARGE, "The decoded body is larger than " + maxBytes + " bytes");
    }

    static boolean startsWithGzip(byte[] body) {
        return body.length > 2 && (body[0] & 0xff) == 0x1f && (body[1] & 0xff) == 0x8b && body[2] == 8;
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
        return at + 1 < body.length && body[at] == '<' && (body[at + 1] == '!' || Character.isLetter(body[at + 1]));
    }

    private static String printable(String coding) {
        StringBuilder out = new StringBuilder();
        coding.chars().limit(40).forEach(c -> out.append(c > ' ' && c < 0x7f ? (char) c : '?'));
        return out.toString();
    }
}
