package io.copydesk.ingest.page;

import io.copydesk.schemas.LowerCase;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a {@code Content-Type} value that cleaning needs (RFC 9110 §8.3), read tolerantly.
 *
 * @param mediaType without parameters, lower case; empty when the value named none
 * @param charset as declared, without quotes; {@code null} when none was
 */
record ContentType(String mediaType, @Nullable String charset) {

    static final String UNKNOWN = "application/octet-stream";

    /** Bytes of a body that are sniffed when no media type was declared; as many as the HTML standard sniffs for a charset. */
    private static final int SNIFFED_BYTES = 1024;

    private static final int MAX_VALUES = 8;

    static ContentType parse(@Nullable String value) {
        if (value == null) {
            return new ContentType("", null);
        }
        ContentType all = new ContentType("", null);
        for (String each : value.split(",", MAX_VALUES)) {
            all = all.followedBy(single(each));
        }
        return all;
    }

    /** Of several values in one field the last that is a media type, with a charset that was said of it before (Fetch standard, "extract a MIME type"). */
    private ContentType followedBy(ContentType next) {
        if (!next.mediaType.contains("/")) {
            return mediaType.isEmpty() ? next : this;
        }
        return next.charset == null && next.mediaType.equals(mediaType) ? this : next;
    }

    private static ContentType single(String value) {
        String[] parts = value.split(";", 16);
        String charset = null;
        for (int i = 1; i < parts.length && charset == null; i++) {
            int equals = parts[i].indexOf('=');
            if (equals > 0 && parts[i].substring(0, equals).strip().equalsIgnoreCase("charset")) {
                charset = unquote(parts[i].substring(equals + 1).strip());
            }
        }
        return new ContentType(LowerCase.of(parts[0].strip()), charset);
    }

    private static @Nullable String unquote(String value) {
        String bare = value.replace("\"", "").replace("'", "").strip();
        return bare.isEmpty() ? null : bare;
    }

    /** The same, with a look at the body when no media type was declared: a page is known by its first tag. */
    ContentType orSniffed(byte[] body) {
        if (mediaType.contains("/")) {
            return this;
        }
        String start =
                LowerCase.of(new String(body, 0, Math.min(body.length, SNIFFED_BYTES), StandardCharsets.ISO_8859_1));
        boolean html = start.contains("<!doctype html") || start.contains("<html");
        return new ContentType(html ? "text/html" : UNKNOWN, charset);
    }
}
