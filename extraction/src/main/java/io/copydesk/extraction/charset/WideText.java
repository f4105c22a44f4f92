package io.copydesk.extraction.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Recognises UTF-16 by its byte order mark, or by the zero bytes between the letters of its markup. */
final class WideText {

    private static final int HEAD = 512;

    /** Least ratio of zero bytes at even and odd places: some letters have one where markup has none. */
    private static final int RARE = 8;

    private WideText() {}

    /** The byte order, {@code null} when this is not UTF-16. */
    static @Nullable Charset order(byte[] bytes) {
        if (bytes.length < 2) {
            return null;
        }
        if ((bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        if ((bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        int n = Math.min(bytes.length, HEAD) & ~1;
        int[] zeros = new int[2];
        for (int i = 0; i < n; i++) {
            zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
        }
        boolean low = zeros[1] * 5 > n && zeros[0] * RARE < zeros[1];
        boolean high = zeros[0] * 5 > n && zeros[1] * RARE < zeros[0];
        return low ? StandardCharsets.UTF_16LE : high ? StandardCharsets.UTF_16BE : null;
    }
}
