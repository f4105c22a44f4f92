package io.copydesk.ingest.page;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Text as a WARC header field's value: printable ASCII, the rest percent-encoded as UTF-8. */
final class FieldText {

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private FieldText() {}

    /** Any text, so that {@link #decode} gives it back: the percent sign is encoded too. */
    static String encode(String text) {
        return encode(text, true);
    }

    /** A URL: what is percent-encoded already stays so. */
    static String encodeUrl(String url) {
        return encode(url, false);
    }

    private static String encode(String text, boolean percentToo) {
        StringBuilder out = new StringBuilder(text.length());
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b > ' ' && b < 0x7f && !(percentToo && b == '%');
            if (plain) {
                out.append((char) b);
            } else {
                out.append('%').append(HEX[(b >> 4) & 15]).append(HEX[b & 15]);
            }
        }
        return out.toString();
    }

    /** The text that was encoded; a percent sign without two digits stands for itself. */
    static String decode(String value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(value.length());
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            if (low < 0) {
                out.write(bytes[i]);
            } else {
                out.write(high * 16 + low);
                i += 2;
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
