package io.copydesk.ingest.page;

import io.copydesk.ingest.page.ContentDecoding.Decoded;
import io.copydesk.ingest.page.ContentDecoding.Refused;
import java.io.ByteArrayOutputStream;

/** The chunked transfer coding (RFC 9112 §7.1). */
final class ChunkedBody {

    /** Digits of a chunk size: seven hexadecimal ones are 256 MiB, more than any record that gets here. */
    private static final int MAX_DIGITS = 7;

    private ChunkedBody() {}

    /**
     * The data of all chunks. A body that does not start with a chunk is returned as it is (captured after decoding);
     * one that breaks off is refused.
     */
    static ContentDecoding.Result decode(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length);
        int at = 0;
        while (true) {
            int lineEnd = indexOfLineFeed(body, at);
            int size = lineEnd < 0 ? -1 : size(body, at, lineEnd);
            if (size < 0) {
                if (at == 0) {
                    return new Decoded(body);
                }
                return damaged("a chunk has no size");
            }
            at = lineEnd + 1;
            if (size == 0) {
                return new Decoded(out.toByteArray());
            }
            if (size > body.length - at) {
                return damaged("the last chunk is cut short");
            }
            out.write(body, at, size);
            at += size;
            if (at < body.length && body[at] == '\r') {
                at++;
            }
            if (at < body.length && body[at] == '\n') {
                at++;
            }
        }
    }

    /** The hexadecimal number that the line starts with, -1 when it does not start with one. */
    private static int size(byte[] body, int from, int lineEnd) {
        int size = 0;
        int at = from;
        while (at < lineEnd && Character.digit(body[at], 16) >= 0) {
            size = size * 16 + Character.digit(body[at], 16);
            at++;
            if (at - from > MAX_DIGITS) {
                return -1;
            }
        }
        boolean ended = at == lineEnd || body[at] == ';' || body[at] == '\r' || body[at] == ' ';
        return at > from && ended ? size : -1;
    }

    private static int indexOfLineFeed(byte[] body, int from) {
        for (int i = from; i < body.length; i++) {
            if (body[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static Refused damaged(String how) {
        return new Refused(UndecodableReason.CONTENT_ENCODING, "The chunked body is damaged: " + how);
    }
}
